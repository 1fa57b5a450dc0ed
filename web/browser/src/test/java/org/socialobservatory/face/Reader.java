package org.socialobservatory.face;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One reader with a browser window and no history, and all that the browser complains about. */
final class Reader implements AutoCloseable {

    /** Milliseconds that a page may take on a machine that does other things too. */
    private static final double PATIENCE = 20_000;

    /** Whatever axe finds fault with, however slight, with the elements that raise it. */
    private static final String BARRIERS = """
            async rules => (await axe.run({resultTypes: ['violations'], ...rules})).violations
              .map(barrier => `${barrier.id}: ` + barrier.nodes.slice(0, 4)
                .map(node => `${node.target} ${node.any.concat(node.all)[0]?.message ?? ''}`).join(' | '))
            """;

    /** Folded parts are unfolded first; the editor of queries keeps its own field out of sight. */
    private static final String SMALL_TARGETS = """
            byFinger => {
              const high = 44;
              const inSentence = link => getComputedStyle(link).display === 'inline'
                && [...link.parentNode.childNodes].some(node => node.nodeType === Node.TEXT_NODE && /\\p{L}/u.test(node.data));
              document.querySelectorAll('details').forEach(details => { details.open = true; });
              const links = byFinger ? 'a[href]' : 'nav a[href]';
              return [...document.querySelectorAll(`${links}, button, select, input, textarea, summary`)]
                .filter(target => target.checkVisibility() && target.tabIndex >= 0 && !inSentence(target)
                  && !target.closest('[aria-hidden=true], .leaflet-control-attribution, .CodeMirror'))
                .map(target => target.type === 'checkbox' ? target.closest('label') : target)
                .filter(target => target.getBoundingClientRect().height < high - 0.5)
                .map(target => `${target.localName} in ${target.parentElement.localName} `
                  + `${Math.round(target.getBoundingClientRect().height)} px “${target.textContent.trim().slice(0, 20)}”`);
            }
            """;

    private static final String UNREST = """
            () => [...document.querySelectorAll('body, body *')].filter(element => {
                const style = getComputedStyle(element);
                const seconds = [...style.transitionDuration.split(','), ...style.animationDuration.split(',')].map(parseFloat);
                return seconds.some(duration => duration > 0.01) || style.scrollBehavior === 'smooth';
              }).slice(0, 5).map(element => `${element.localName}.${element.className}`)
            """;

    private final BrowserContext context;
    private final String authority;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    Reader(BrowserContext context, String authority) {
        this.context = context;
        this.authority = authority;
        context.onConsoleMessage(this::said);
        context.onWebError(error -> complaints.add("script: " + error.error()));
        context.onRequest(this::asked);
        context.onResponse(this::answered);
        context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
    }

    private void said(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add("console: " + message.text() + " " + message.location());
        }
    }

    private void asked(Request request) {
        var address = URI.create(request.url());
        if (address.getRawAuthority() != null && !address.getRawAuthority().equals(authority)) {
            complaints.add("elsewhere: " + request.url());
        }
    }

    private void answered(Response response) {
        if (response.status() >= 400) {
            complaints.add(response.status() + ": " + response.url());
        }
    }

    /** Opens an address of the server and waits until what scripts draw stands there. */
    Page open(String address) {
        page.navigate(address);
        if (address.startsWith("/map/outline")) {
            page.waitForSelector("outline-editor .leaflet-container");
        } else if (address.startsWith("/map")) {
            page.waitForSelector("area-map .leaflet-interactive");
        }
        return page;
    }

    Page page() {
        return page;
    }

    void on(Screen screen) {
        page.setViewportSize(screen.width(), screen.height());
    }

    /** Elements that would move although the reader asked for rest. */
    List<?> unrest() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        return (List<?>) page.evaluate(UNREST);
    }

    void in(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** Pixels by which the page is wider than the window, which makes phones scroll to the side. */
    int excess() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    /** What would keep a reader with other eyes, ears or hands out of the page. */
    List<?> barriers() {
        return barriers(Map.of());
    }

    /**
     * What is less high than a finger is wide: controls and menus, and where they are to be hit by one also links that do
     * not stand in a sentence (WCAG 2.5.8 exempts those).
     */
    List<?> smallTargets(boolean byFinger) {
        return (List<?>) page.evaluate(SMALL_TARGETS, byFinger);
    }

    /** What cannot be told from its ground. */
    List<?> faintness() {
        return barriers(Map.of("runOnly", List.of("color-contrast")));
    }

    private List<?> barriers(Map<String, Object> rules) {
        page.evaluate("script => globalThis.axe ?? void eval.call(null, script)", AxeBuilder.getAxeScript());
        return (List<?>) page.evaluate(BARRIERS, rules);
    }

    /** Says beforehand that the browser will complain about something of which the complaint names this part. */
    void expects(String part) {
        expected.add(part);
    }

    /** Ends the visit; the browser must have had nothing to complain about. */
    @Override
    public void close() {
        context.close();
        complaints.removeIf(complaint -> expected.stream().anyMatch(complaint::contains));
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }
}
