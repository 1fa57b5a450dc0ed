package org.socialobservatory.api.sparql;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Cuts the connection of an answer that failed after it had begun. Without its last chunk the transfer is incomplete
 * (RFC 9112 §8), and no client takes it for the whole answer.
 */
final class BrokenTransfer extends ValveBase {

    private static final String BROKEN = BrokenTransfer.class.getName();

    BrokenTransfer() {
        super(true);
    }

    /** Marks the answer of a request as failed. */
    static void of(HttpServletRequest request) {
        request.setAttribute(BROKEN, true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(BROKEN) != null) {
            response.flushBuffer();
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }
}
