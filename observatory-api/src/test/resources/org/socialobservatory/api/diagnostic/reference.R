# What R says of differences, of many tests at once, and of places as intervals. Needs R 4.2 and its package survey 4.1-1.
# Rscript reference.R > reference.csv
suppressMessages(library(survey))
data(api)
dstrat <- svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = apistrat)
dclus1 <- svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1)
say <- function(case, name, value) cat(case, name, trimws(formatC(value, digits = 15, format = "g")), sep = ",", fill = TRUE)
cat("case,name,value\n")

# An area (elementary schools) less its town (all schools): both figures, their covariance, and the contrast of the two.
difference <- function(case, design, y, x) {
  d <- update(design, a = as.numeric(stype == "E"))
  d <- update(d, y = eval(y, d$variables), x = eval(x, d$variables))
  d <- update(d, ya = y * a, xa = x * a)
  totals <- svytotal(~ya + xa + y + x, d)
  both <- svycontrast(totals, list(area = quote(ya / xa), town = quote(y / x)))
  contrast <- svycontrast(totals, quote(ya / xa - y / x))
  df <- degf(d)
  t <- coef(contrast) / SE(contrast)
  say(case, "area", coef(both)["area"]); say(case, "areaError", sqrt(vcov(both)["area", "area"]))
  say(case, "town", coef(both)["town"]); say(case, "townError", sqrt(vcov(both)["town", "town"]))
  say(case, "covariance", vcov(both)["area", "town"])
  say(case, "areaBase", coef(totals)["xa"]); say(case, "townBase", coef(totals)["x"])
  say(case, "difference", coef(contrast)); say(case, "error", SE(contrast)); say(case, "df", df)
  say(case, "p", 2 * pt(-abs(t), df))
  say(case, "lower", coef(contrast) - qt(0.975, df) * SE(contrast))
  say(case, "upper", coef(contrast) + qt(0.975, df) * SE(contrast))
  lambda <- coef(totals)["xa"] / coef(totals)["x"]
  say(case, "errorByShare", sqrt(vcov(both)["town", "town"] + (1 - 2 * lambda) * vcov(both)["area", "area"]))
}
difference("mean-dstrat", dstrat, quote(api00), quote(1 + 0 * api00))
difference("ratio-dstrat", dstrat, quote(api.stu), quote(enroll))
difference("mean-dclus1", dclus1, quote(api00), quote(1 + 0 * api00))
difference("share-dclus1", dclus1, quote(as.numeric(awards == "Yes")), quote(1 + 0 * api00))

adjust <- function(case, p) {
  for (i in seq_along(p)) { say(case, paste0("p", i), p[i]); say(case, paste0("adjusted", i), p.adjust(p, "BH")[i]) }
}
adjust("bh-spread", c(0.205, 0.001, 0.039, 0.06, 0.008, 0.042, 0.074, 0.041))
adjust("bh-ties", c(0.02, 0.02, 0.5, 1, 0.02, 0))
adjust("bh-one", 0.049)

# Klein, Wright and Wieczorek 2020; the first place belongs to the largest. Shares get their intervals on the logit scale.
places <- function(case, est, se, df, share) {
  K <- length(est); q <- qt(1 - 0.05 / (2 * K), df)
  if (share) {
    half <- q * se / (est * (1 - est)); L <- plogis(qlogis(est) - half); U <- plogis(qlogis(est) + half)
  } else { L <- est - q * se; U <- est + q * se }
  for (k in 1:K) {
    say(case, paste0("estimate", k), est[k]); say(case, paste0("se", k), se[k]); say(case, paste0("df", k), df[k])
    say(case, paste0("from", k), 1 + sum(L[-k] > U[k])); say(case, paste0("to", k), K - sum(U[-k] < L[k]))
  }
}
places("places-means", c(10, 12, 15, 21, 22), c(.5, .5, 1, 1, .6), rep(60, 5), FALSE)
places("places-few-degrees", c(4.1, 4.9, 5.6, 5.7, 7.2, 7.9, 9.4), c(.2, .25, .2, .3, .3, .4, .2), c(6, 9, 14, 5, 8, 11, 4), FALSE)
places("places-shares", c(.012, .02, .055, .06, .14, .33, .5, .64, .97), c(.006, .004, .011, .02, .03, .025, .03, .05, .009), c(12, 18, 25, 9, 30, 40, 22, 15, 11), TRUE)
