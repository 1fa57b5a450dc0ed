# The figures of the big survey by R's survey package: seconds of svyby alone, reading and design left out.
suppressPackageStartupMessages(library(survey))
persons <- read.csv(commandArgs(trailingOnly = TRUE)[1], stringsAsFactors = TRUE)
persons$band <- cut(persons$age, c(0, 5, 15, 25, 60, Inf), right = FALSE)
for (question in paste0("question", 0:6)) persons[[question]] <- as.numeric(persons[[question]] == "true")
design <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, fpc = ~fpc, data = persons)
seconds <- 0
figures <- function(formula, design) {
  for (by in list(~area, ~area + sex, ~area + band, ~area + sex + band)) {
    seconds <<- seconds + system.time(svyby(formula, by, design, svymean, vartype = c("se", "ci")))[["elapsed"]]
  }
}
for (share in 0:6) figures(as.formula(paste0("~question", share)), subset(design, age >= 5 + share))
for (mean in 0:2) figures(as.formula(paste0("~amount", mean)), design)
cat(seconds)
