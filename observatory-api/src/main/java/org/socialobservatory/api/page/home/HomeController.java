package org.socialobservatory.api.page.home;

import java.util.List;
import java.util.Set;
import org.socialobservatory.api.page.OutlineMap;
import org.socialobservatory.api.page.Towns;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.home.HomePage.Hit;
import org.socialobservatory.api.page.home.HomePage.NewEdition;
import org.socialobservatory.api.page.home.HomePage.Town;
import org.socialobservatory.api.page.meeting.MeetingLine;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.search.SearchIndex;
import org.socialobservatory.api.search.Thing;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.edition.Edition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /}. */
@Controller
class HomeController {

    private static final int NEW_EDITIONS = 5;
    private static final int NEW_MEETINGS = 3;
    private static final int MOST_HITS = 20;
    /** Longer than any name. */
    private static final int LONGEST = 200;
    /** More towns than this are a list without maps. */
    private static final int MOST_MAPS = 6;

    @GetMapping("/")
    HomePage home(Visit visit, @RequestParam(defaultValue = "") String q) {
        var towns = Towns.of(visit.snapshot());
        return new HomePage(
                q,
                found(visit, q.strip()),
                towns.stream()
                        .map(town -> town(visit, town, towns.size() <= MOST_MAPS))
                        .toList(),
                new Ranges(visit).sentences(towns),
                editions(visit),
                MeetingLine.newest(visit, NEW_MEETINGS),
                visit.provenance(visit.snapshot().datasets().values()));
    }

    private static List<Hit> found(Visit visit, String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.length() > LONGEST) {
            throw new BadParameter(ProblemRule.MALFORMED_VALUE, "q", text, List.of());
        }
        return SearchIndex.of(visit.snapshot()).find(text, Set.of(), 0, MOST_HITS).things().stream()
                .map(thing -> hit(visit, thing))
                .toList();
    }

    private static Hit hit(Visit visit, Thing thing) {
        var level = thing.level();
        var kind = level == null
                ? visit.wording().say("kind." + thing.kind().code())
                : visit.names().level(level);
        var within = thing.within();
        return new Hit(
                thing.kind().path() + thing.code(),
                visit.names().of(thing.names(), thing.code()),
                within == null ? kind : kind + " · " + visit.names().area(within));
    }

    private static Town town(Visit visit, Area town, boolean withMap) {
        var quarters = visit.snapshot().territory().children(town.code());
        return new Town(
                town.code(),
                visit.names().named(town).name(),
                withMap ? OutlineMap.of(visit, quarters, null) : null,
                visit.names().named(quarters));
    }

    private static List<NewEdition> editions(Visit visit) {
        return visit.snapshot().editions().reversed().stream()
                .filter(edition -> !edition.isWithdrawn())
                .limit(NEW_EDITIONS)
                .map(edition -> new NewEdition(
                        edition.dataset(),
                        title(visit, edition),
                        edition.number(),
                        visit.wording().date(edition.publishedAt()),
                        edition.reason()))
                .toList();
    }

    private static String title(Visit visit, Edition edition) {
        return visit.snapshot().dataset(edition.dataset()).map(visit::title).orElse(edition.dataset());
    }
}
