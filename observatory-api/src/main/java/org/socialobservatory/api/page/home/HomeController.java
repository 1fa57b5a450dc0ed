package org.socialobservatory.api.page.home;

import java.util.List;
import java.util.TreeSet;
import org.socialobservatory.api.page.OutlineMap;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.home.HomePage.NewEdition;
import org.socialobservatory.api.page.home.HomePage.Town;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.edition.Edition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /}. */
@Controller
class HomeController {

    private static final int NEW_EDITIONS = 5;
    /** More towns than this are a list without maps. */
    private static final int MOST_MAPS = 6;

    @GetMapping("/")
    HomePage home(Visit visit, @RequestParam(defaultValue = "") String q) {
        var towns = towns(visit.snapshot());
        return new HomePage(
                q,
                List.of(),
                towns.stream()
                        .map(town -> town(visit, town, towns.size() <= MOST_MAPS))
                        .toList(),
                new Ranges(visit).sentences(towns),
                editions(visit),
                visit.provenance(visit.snapshot().datasets().values()));
    }

    /** The towns that datasets are about and those that are called so; where there are none, the outermost areas. */
    private static List<Area> towns(Snapshot snapshot) {
        var territory = snapshot.territory();
        var codes = new TreeSet<String>();
        snapshot.datasets().values().forEach(dataset -> {
            var town = dataset.dataset().town();
            if (town != null && territory.contains(town)) {
                codes.add(town);
            }
        });
        territory.areas().stream()
                .filter(area -> area.level().equals("town"))
                .map(Area::code)
                .forEach(codes::add);
        return codes.isEmpty()
                ? territory.roots()
                : codes.stream().flatMap(code -> territory.area(code).stream()).toList();
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
