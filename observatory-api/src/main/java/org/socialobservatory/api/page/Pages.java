package org.socialobservatory.api.page;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.http.RequestLanguage;
import org.socialobservatory.api.snapshot.SnapshotPinning;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.json.JacksonJsonView;
import tools.jackson.databind.json.JsonMapper;

/** Makes a {@link Visit} of each request for a page that it understands, and of what its controller returns HTML, JSON or CSV. */
@Configuration
class Pages implements WebMvcConfigurer, HandlerMethodArgumentResolver, HandlerMethodReturnValueHandler {

    private static final String PAGE = "page";
    private static final String HTML = "html";
    private static final String JSON = "json";
    private static final String CSV = "csv";
    private static final Map<String, MediaType> FORMS = forms();
    private static final Map<String, MediaType> LISTING_FORMS = listingForms();

    private final SnapshotPinning snapshots;
    private final Messages messages;
    private final boolean easternDigits;
    private final JacksonJsonView json;

    Pages(
            SnapshotPinning snapshots,
            Messages messages,
            JsonMapper mapper,
            @Value("${observatory.eastern-digits:false}") boolean easternDigits) {
        this.snapshots = snapshots;
        this.messages = messages;
        this.easternDigits = easternDigits;
        this.json = new JacksonJsonView(mapper);
        json.setModelKey(PAGE);
        json.setExtractValueFromSingleKeyModel(true);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(this);
    }

    /** Where browsers look for the icon of an answer that is no page, such as JSON. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/favicon.ico", "/icon.svg").setStatusCode(HttpStatus.MOVED_PERMANENTLY);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        requireKnown(asked, Objects.requireNonNull(parameter.getMethod()));
        return visit(asked, isToBeRead(asked, Objects.requireNonNull(parameter.getMethod())));
    }

    /** A page knows the parameters that its controller takes; one that takes the whole request reads them itself. */
    private static void requireKnown(HttpServletRequest request, Method page) {
        if (!Arrays.asList(page.getParameterTypes()).contains(HttpServletRequest.class)) {
            var known = Arrays.stream(page.getParameters())
                    .filter(taken -> taken.isAnnotationPresent(RequestParam.class))
                    .map(Pages::name)
                    .toList();
            Parameters.of(request).ofPage().only(known).onceEach(known);
        }
    }

    private static String name(Parameter taken) {
        var given =
                Objects.requireNonNull(taken.getAnnotation(RequestParam.class)).name();
        return given.isEmpty() ? taken.getName() : given;
    }

    /** Whether the answer is a page before somebody's eyes, not the same for programs. */
    private static boolean isToBeRead(HttpServletRequest request, Method page) {
        var forms = Listing.class.isAssignableFrom(page.getReturnType()) ? LISTING_FORMS : FORMS;
        return Page.class.isAssignableFrom(page.getReturnType())
                && Parameters.of(request).format(forms).equals(HTML);
    }

    private Visit visit(HttpServletRequest request, boolean read) {
        return new Visit(
                snapshots.of(request), new Wording(messages, RequestLanguage.of(request), easternDigits), read);
    }

    @Override
    public boolean supportsReturnType(MethodParameter returned) {
        return Page.class.isAssignableFrom(returned.getParameterType());
    }

    /** The template of a page stands under the name of its type: {@code AreaPage} is {@code area.html}. */
    @Override
    public void handleReturnValue(
            @Nullable Object page,
            MethodParameter returned,
            ModelAndViewContainer container,
            NativeWebRequest request) {
        var shown = Objects.requireNonNull(page);
        container.addAttribute(PAGE, shown);
        var asked = Parameters.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        if (shown instanceof Listing list && asked.format(LISTING_FORMS).equals(CSV)) {
            container.setView(new ListingView(list));
        } else if (asked.format(shown instanceof Listing ? LISTING_FORMS : FORMS)
                .equals(JSON)) {
            container.setView(json);
        } else {
            container.setViewName(template(shown));
        }
    }

    private static Map<String, MediaType> forms() {
        var forms = new LinkedHashMap<String, MediaType>();
        forms.put(HTML, MediaType.TEXT_HTML);
        forms.put(JSON, MediaType.APPLICATION_JSON);
        return Collections.unmodifiableMap(forms);
    }

    private static Map<String, MediaType> listingForms() {
        var forms = new LinkedHashMap<>(FORMS);
        forms.put(CSV, MediaType.valueOf("text/csv"));
        return Collections.unmodifiableMap(forms);
    }

    private static String template(Object page) {
        var name = page.getClass().getSimpleName().replaceFirst("Page$", "");
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
