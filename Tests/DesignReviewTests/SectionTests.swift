import DesignReviews
import Nines
import Testing

/// What sections say where something can't be told.
@Suite struct SectionTests {
  @Test func withoutTimesThereIsAnAnswerAndASentenceAboutMonths() async throws {
    let review = try await Reviews.of("x = 99.9% & 2 of 3 99.5%")
    #expect(review.verdict == .answered)
    #expect(review.answer.contains("a month"))
    #expect(try review.text(.downtime).contains("can't be told"))
    #expect(try review.text(.contracts).contains("promises nothing"))
    #expect(try PageCheck.flaws(of: review.html) == [])
  }

  @Test func whatFollowsFromHistoryHasCausesInsteadOfImportance() async throws {
    let review = try await Reviews.of(
      """
      store db: 1 of 2, mtbf 10d, mttr 1h, failover 30s
      lb = 99.9%, mttr 10min
      system shop = lb & db
      """)
    let contributors = try review.text(.contributors)
    #expect(contributors.contains("below is what began its outages"))
    #expect(contributors.contains("| began with |"))
    let improvements = try review.text(.improvements)
    #expect(improvements.contains("| a second lb |") && improvements.contains(" ± "))
    #expect(try review.text(.methods).contains("what to fix first | each simulated, "))
    #expect(try review.text(.methods).contains("why not exactly"))
  }

  @Test func aDemandThatVariesIsSaidInItsPlaces() async throws {
    let review = try await Reviews.of(
      """
      service web: 4, capacity 100 rps, mtbf 30d, mttr 1h
      demand traffic: "traffic.csv"
      system site = web, demand traffic
      """, loads: [100, 200, 300])
    #expect(try review.text(.downtime).contains("varies over time"))
    #expect(try review.text(.contributors).contains("varies"))
  }

  @Test func promisesOfTheTextAreJudged() async throws {
    let review = try await Reviews.of(Reviews.shop)
    let text = try review.text(.contracts)
    #expect(text.contains("gold, 99.98% per month, counted whole minutes"))
    #expect(text.contains("silver, 99.99% per month"))
    #expect(text.contains("silver: 4.32 min allowed"))
    #expect(text.contains("What spends the downtime"))
    #expect(review.verdict == .notMet)
  }

  /// A goal that is far away, and one that is near: 99.99 % against 99 % and 99.999 %.
  @Test(arguments: [("99%", DesignReview.Verdict.answered), ("99.999%", .notMet)])
  func goalsOfTheLongRunAreJudged(goal: String, verdict: DesignReview.Verdict) async throws {
    let review = try await Reviews.of(
      "x = 99.99%, mttr 1h\ncheck x \(goal) per year")
    #expect(review.verdict == verdict)
    #expect(try review.text(.contracts).contains("\(goal) per year in the long run"))
  }

  @Test func whatIsAskedAboutFirstIsReviewed() async throws {
    let text = "a = 99%, mttr 1h\nb = 99.9%, mttr 1h\nsystem s = a & b\ncheck b 99% per year"
    #expect(try await Reviews.of(text).name == "b")
    #expect(try await Reviews.of(text, name: "a").name == "a")
    #expect(try await Reviews.of(text).footer.contains { $0.contains("about s too") })
  }

  @Test func unknownNamesAreRefusedWithTheNearest() async throws {
    let error = await #expect(throws: ReviewError.self) {
      try await Reviews.of(Reviews.shop, name: "shopp")
    }
    #expect(error?.description == "nothing is called 'shopp'; did you mean 'shop'?")
    await #expect(throws: ReviewError.nothingDefined) { try await Reviews.of("help") }
  }

  /// A review is of one design: a value that is looked for has none.
  @Test func whatASearchIsToFindIsRefused() async {
    let text = """
      service web: n, need 2, mtbf 30d, mttr 1h
      system site = web
      sla gold: 99% per month
      find n in 3..9 where P(site meets gold) >= 99%
      """
    await #expect(throws: ReviewError.openValue("n")) { try await Reviews.of(text) }
    #expect(ReviewError.openValue("n").description.contains("write that in the place of n"))
  }

  @Test func questionsThatAReviewDoesNotAnswerAreNamed() async throws {
    let review = try await Reviews.of(
      "x = 99.9%, mttr 1h\nwhy x\nbudget x 99.5% per month\ncheck x 99% per year")
    #expect(
      try review.text(.text).contains(
        "more than a review answers, which `nines` does: `budget x 99.5% per month`."))
    let plain = try await Reviews.of("x = 99.9%, mttr 1h\ncheck x 99% per year")
    #expect(try !plain.text(.text).contains("more than a review"))
    let others = try await Reviews.of(
      "x = 99.9%, mttr 1h\ny = 99%\nsimulate x for 30d, runs 9\nwhy y\nsimulate x", name: "x")
    #expect(
      try others.text(.text).contains("`nines` does: `simulate x for 30d, runs 9`, `why y`."))
  }

  @Test func whatIsPromisedOfSomethingElseIsNotJudged() async throws {
    let text =
      "weak = 99%, mttr 1h\nb = weak | 99.99%\nsla gold: 99.9% per month\ncheck b meets gold"
    let weak = try await Reviews.of(text, name: "weak")
    #expect(try weak.text(.contracts).contains("promises nothing of weak"))
    #expect(weak.verdict == .answered)
    #expect(try await Reviews.of(text, name: "b").text(.contracts).contains("gold"))
  }

  @Test func whatOnePromiseRestsOnNamesIt() async throws {
    let review = try await Reviews.of(
      """
      db = 99.9%, mttr 1h
      service web: 1 of 1, mtbf 90d, mttr 1h
      maintenance work: every 30d, lasts 30min, across web
      system site = db & web
      sla gold: 99% per month, excluding maintenance
      sla silver: 99% per month
      """)
    let assumptions = try review.text(.assumptions)
    #expect(assumptions.contains("- gold: planned maintenance does not count"))
    #expect(!assumptions.contains("- planned maintenance does not count"))
  }

  @Test func aSingleHistoryIsSaidToBeTooFew() async throws {
    let pair = "a = 99%, mttr 1h\nb = 99%, mttr 1h\nsystem s = a else b, detect 10min"
    let review = try await Reviews.of(pair, limits: ReviewLimits(runs: 1))
    #expect(try review.text(.answer).contains("`--runs 2` is the least"))
    #expect(review.verdict == .unanswered)
  }

  @Test func causesThatSimulationCannotShowAreNotAdvised() async throws {
    let review = try await Reviews.of(
      "store db: 1 of 2, mtbf 30d, mttr 1h, failover 30s\nsystem site = 99.99% & db")
    #expect(try review.text(.contributors).contains("would show the causes of its downtime, but"))
  }

  @Test func aFamilyIsNoSingleThing() async {
    let text = "zones az: 2, mtbf 1y, mttr 1h\nservice web: 2 per az, need 2, 99%"
    await #expect(throws: ReviewError.family("az")) { try await Reviews.of(text, name: "az") }
    #expect(ReviewError.family("az").description.contains("such as az.1"))
  }

  @Test func ofManyPartsNotEachChangeIsTried() async throws {
    let parts = (1...201).map { "p\($0) = 99.99%, mttr 1h" }.joined(separator: "\n")
    let all = (1...201).map { "p\($0)" }.joined(separator: " & ")
    let review = try await Reviews.of("\(parts)\nsystem s = \(all)")
    #expect(try review.text(.improvements).contains("`improve s` tells it"))
  }

  @Test func theFootRepeatsIt() async throws {
    let review = try await Reviews.of(
      "x = 99%, mttr 1h", limits: ReviewLimits(seed: 7, runs: 100))
    #expect(
      review.footer == [
        "Made by nines 1.0; `nines report shop.nines --seed 7 --runs 100` makes it again."
      ])
  }

  /// Runs repeat a review, but not draws that end with a time.
  @Test func beliefsOfSimulatedFiguresAreLeftOutWhereRunsAreGiven() async throws {
    let text = """
      store db: 1 of 2, mtbf 10d to 20d, mttr 1h, failover 30s
      system shop = db
      """
    let review = try await Reviews.of(text)
    #expect(try review.text(.assumptions).contains("without intervals"))
    #expect(review.footer.count == 1)
    let exact = try await Reviews.of("service x: 1 of 2, mtbf 10d to 20d, mttr 1h")
    #expect(exact.markdown.contains("90%"))
  }

  @Test func domainsAreReviewedToo() async throws {
    let review = try await Reviews.of(Reviews.shop, name: "az.1")
    #expect(review.question == "How available is az.1?")
    #expect(try review.text(.topology).contains("is a domain"))
  }

  @Test func timeThatEndsASimulationIsSaid() async throws {
    let review = try await Reviews.of(
      "x = 99%, mttr 1h", limits: ReviewLimits(within: try Duration(seconds: 1e-3)))
    #expect(review.footer.contains { $0.contains("Time ends some of its simulations") })
  }
}
