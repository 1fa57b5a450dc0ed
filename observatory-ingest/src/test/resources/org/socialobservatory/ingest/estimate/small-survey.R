# The answers in small-survey-answers.csv, computed in base R from the formulas of docs (no package): run it in this folder.
#   Rscript small-survey.R > small-survey-answers.csv
d <- read.csv("small-survey.csv", na.strings = "", stringsAsFactors = FALSE)
psu <- paste(d$stratum, d$cluster)
stratum <- tapply(d$stratum, psu, `[`, 1)
population <- tapply(d$population, psu, `[`, 1)

# V of a sum of z over the ultimate clusters, with the finite population correction
variance <- function(z, z2 = z, fpc = TRUE) {
  t1 <- tapply(z, psu, sum); t2 <- tapply(z2, psu, sum); v <- 0
  for (h in unique(stratum)) {
    a <- t1[stratum == h]; b <- t2[stratum == h]; n <- length(a)
    f <- if (fpc) n / population[stratum == h][1] else 0
    v <- v + (1 - f) * n / (n - 1) * sum((a - mean(a)) * (b - mean(b)))
  }
  v
}
df <- function(member) length(unique(psu[member])) - length(unique(d$stratum[member]))
quotient <- function(y, x, member) {
  member <- member & !is.na(y) & !is.na(x); y <- ifelse(member, y, 0); x <- ifelse(member, x, 0)
  r <- sum(d$weight * y) / sum(d$weight * x); X <- sum(d$weight * x)
  e <- (y - r * x) * sum(d$weight[member]) / X; n <- sum(member)
  list(value = r, z = d$weight * (y - r * x) / X, df = df(member), n = n, X = X, w = sum(d$weight[member]),
       s2 = n / (n - 1) * sum((d$weight * e^2)[member]) / sum(d$weight[member]))
}
out <- data.frame()
say <- function(name, statistic, value) out <<- rbind(out, data.frame(row = name, statistic = statistic, value = sprintf("%.15g", value)))
describe <- function(name, q, share = FALSE, parent = NULL) {
  v <- variance(q$z); se <- sqrt(v); t <- qt(0.975, q$df)
  say(name, "value", q$value); say(name, "se", se); say(name, "n", q$n); say(name, "df", q$df)
  say(name, "denominator", q$X); say(name, "deff", v / (q$s2 / q$n))
  if (share) {
    say(name, "effective", q$value * (1 - q$value) / v)
    ci <- plogis(qlogis(q$value) + c(-1, 1) * t * se / (q$value * (1 - q$value)))
  } else {
    say(name, "effective", q$s2 / v)
    ci <- q$value + c(-1, 1) * t * se
  }
  say(name, "lower", ci[1]); say(name, "upper", ci[2])
  if (!is.null(parent)) say(name, "covariance", variance(q$z, parent$z))
}
all <- rep(TRUE, nrow(d)); literate <- as.numeric(d$literate == "yes"); one <- rep(1, nrow(d))
town <- quotient(literate, one, all)
describe("literacy _T town", town, TRUE)
for (a in c("north", "south", "east")) describe(paste("literacy _T", a), quotient(literate, one, d$area == a), TRUE, town)
for (s in c("F", "M")) describe(paste0("literacy sex=", s, " town"), quotient(literate, one, d$sex == s), TRUE)
income <- quotient(d$income, one, d$age >= 18)
describe("income _T town", income)
describe("income _T south", quotient(d$income, one, d$age >= 18 & d$area == "south"), parent = income)
describe("income-per-member _T town", quotient(d$income, d$members, all))
sum_of <- function(name, y, member) {
  member <- member & !is.na(y); y <- ifelse(member, y, 0); z <- d$weight * y
  say(name, "value", sum(z)); se <- sqrt(variance(z)); t <- qt(0.975, df(member))
  say(name, "se", se); say(name, "lower", sum(z) - t * se); say(name, "upper", sum(z) + t * se); say(name, "n", sum(member))
}
sum_of("members _T town", d$members, all)
sum_of("members _T north", d$members, d$area == "north")
sum_of("illiterate _T town", 1 - literate, all)
quantile_of <- function(name, y, p, member) {
  member <- member & !is.na(y); o <- order(y[member]); v <- y[member][o]; w <- d$weight[member][o]; f <- cumsum(w) / sum(w)
  at <- function(p) v[which(f >= p - 1e-12)[1]]
  q <- at(p); s <- quotient(as.numeric(y <= q), one, member); se <- sqrt(variance(s$z)); t <- qt(0.975, s$df)
  b <- s$value + c(-1, 1) * t * se
  say(name, "value", q); say(name, "lower", if (b[1] < 0) NA else at(b[1])); say(name, "upper", if (b[2] > 1) NA else at(b[2]))
  say(name, "se", if (b[1] < 0 || b[2] > 1) NA else (at(b[2]) - at(b[1])) / (2 * t))
}
quantile_of("median-income _T town", d$income, 0.5, all)
quantile_of("median-age sex=F town", d$age, 0.5, d$sex == "F")
# post-stratification by kind: A 420, B 330; the residuals of u on the dummies take the place of u
g <- c(A = 420, B = 330) / tapply(d$weight, d$kind, sum)[c("A", "B")]
w <- d$weight * g[d$kind]
member <- !is.na(literate); y <- ifelse(member, literate, 0)
X <- sum(w[member]); r <- sum(w * y) / X; u <- ifelse(member, (y - r) / X, 0)
fit <- tapply(d$weight * u, d$kind, sum) / tapply(d$weight, d$kind, sum)
say("post-stratified _T town", "value", r); say("post-stratified _T town", "se", sqrt(variance(w * (u - fit[d$kind]))))
write.csv(out, row.names = FALSE, quote = FALSE)
