# Answers of R to small-index.csv, as small-index-answers.csv: Rscript small-index.R, in this folder.
# Bounds of the draws are those of 200,000 of them; a test with fewer draws lies near, not on them.

data <- read.csv("small-index.csv")
n <- nrow(data)
components <- c("illiteracy", "doctors", "size", "rent")
direction <- c(-1, 1, -1, 1)
weights <- c(2, 1, 0.5, 1.5)

directed <- function(x) sweep(x, 2, direction, "*")
z <- function(x) apply(directed(x), 2, function(v) (v - mean(v)) / sd(v))
minmax <- function(x, low) apply(directed(x), 2, function(v) low + (v - min(v)) / (max(v) - min(v)) * (100 - low))
ranks <- function(x) apply(directed(x), 2, rank)
arithmetic <- function(x, w) apply(x, 1, weighted.mean, w = w)
geometric <- function(x, w) exp(arithmetic(log(x), w))

values <- as.matrix(data[components])
rows <- list()
say <- function(row, area, value) rows[[length(rows) + 1]] <<- data.frame(row, area, value = sprintf("%.15g", value))

normalised <- list(z = z(values), "min-max" = minmax(values, 0), rank = ranks(values))
for (name in names(normalised)) {
  for (component in components) say(paste(name, component, sep = "."), data$area, normalised[[name]][, component])
  say(paste(name, "arithmetic", sep = "."), data$area, arithmetic(normalised[[name]], weights))
}
say("min-max.geometric", data$area, geometric(minmax(values, 1), weights))

set.seed(20250101)
draws <- 200000
index <- matrix(0, draws, n)
best <- matrix(0, draws, n)
for (draw in seq_len(draws)) {
  p <- data$illiteracy / 100
  drawn <- cbind(
    100 * plogis(qlogis(p) + rnorm(n) * (data$illiteracy_se / 100) / (p * (1 - p))),
    rnorm(n, data$doctors, data$doctors_se),
    rnorm(n, data$size, data$size_se),
    data$rent)
  scaled <- minmax(drawn, 0)
  index[draw, ] <- arithmetic(scaled, weights)
  best[draw, ] <- rank(-arithmetic(scaled, weights * runif(4, 0.75, 1.25)), ties.method = "min")
}
bound <- function(x, p) apply(x, 2, quantile, probs = p, type = 1)
say("draws.lower", data$area, bound(index, 0.025))
say("draws.upper", data$area, bound(index, 0.975))
say("draws.from", data$area, bound(best, 0.025))
say("draws.to", data$area, bound(best, 0.975))

write.csv(do.call(rbind, rows), "small-index-answers.csv", row.names = FALSE, quote = FALSE)
