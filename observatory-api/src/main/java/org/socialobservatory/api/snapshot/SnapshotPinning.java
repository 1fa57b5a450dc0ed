package org.socialobservatory.api.snapshot;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives each request one snapshot, which it keeps to its end; a controller takes it as a parameter. */
@Configuration
public class SnapshotPinning implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final String ATTRIBUTE = Snapshot.class.getName();

    private final Snapshots snapshots;

    SnapshotPinning(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Makes a request read this snapshot instead of the current one. */
    public static void pin(HttpServletRequest request, Snapshot snapshot) {
        request.setAttribute(ATTRIBUTE, snapshot);
    }

    /** Whether a request looks at an edition that is not published. */
    public static boolean isPreview(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Snapshot pinned && pinned.preview() != null;
    }

    /** The snapshot of a request, pinned at the first call. */
    public Snapshot of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Snapshot pinned) {
            return pinned;
        }
        var snapshot = snapshots.current();
        pin(request, snapshot);
        return snapshot;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Snapshot.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
}
