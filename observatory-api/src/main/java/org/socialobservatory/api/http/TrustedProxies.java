package org.socialobservatory.api.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.apache.catalina.util.NetMask;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Believes {@code Forwarded} and {@code X-Forwarded-…} when a configured proxy says them (setting
 * {@code observatory.proxies}: addresses or networks such as {@code 10.0.0.0/8}), and takes them away when anybody else
 * does.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TrustedProxies extends OncePerRequestFilter {

    private final List<NetMask> proxies;
    private final ForwardedHeaderFilter believing = new ForwardedHeaderFilter();
    private final ForwardedHeaderFilter removing = new ForwardedHeaderFilter();

    TrustedProxies(@Value("${observatory.proxies:}") List<String> proxies) {
        this.proxies = proxies.stream()
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .map(NetMask::new)
                .toList();
        removing.setRemoveOnly(true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        (isProxy(request.getRemoteAddr()) ? believing : removing).doFilter(request, response, chain);
    }

    private boolean isProxy(String address) throws IOException {
        if (proxies.isEmpty()) {
            return false;
        }
        // A numeric address, never looked up.
        var remote = InetAddress.ofLiteral(address);
        return proxies.stream().anyMatch(proxy -> proxy.matches(remote));
    }
}
