package org.socialobservatory.api.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what failed outside the doors, in a filter or in the server itself. */
@Controller
class ProblemController implements ErrorController {

    private final ProblemAdvice advice;

    ProblemController(ProblemAdvice advice) {
        this.advice = advice;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    @Nullable
    ModelAndView failed(HttpServletRequest request, HttpServletResponse response) {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
            throw ForeignFailures.noSuchPage(request);
        }
        var failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                ? thrown
                : new IllegalStateException("Status " + status + " without an exception");
        var problem = ForeignFailures.problem(failure, request);
        if (problem.rule() == ProblemRule.UNEXPECTED) {
            problem = ForeignFailures.ofStatus(status, request);
        }
        var answer = advice.answer(request, response, problem, failure);
        // What is written needs no view; an empty one would be looked for under the name of this address.
        return answer.isEmpty() ? null : answer;
    }
}
