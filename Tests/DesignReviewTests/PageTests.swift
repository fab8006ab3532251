import DesignReviews
import Nines
import Testing

/// The page of HTML.
@Suite struct PageTests {
  @Test func aPageIsWellFormedAndNeedsNothingElse() async throws {
    let page = try await Reviews.of(Reviews.shop).html
    #expect(try PageCheck.flaws(of: page) == [])
    #expect(page.utf8.count <= 150_000)
  }

  /// Each section has a heading and something below it, in the order of its kinds.
  @Test func everySectionIsThere() async throws {
    let page = try await Reviews.of(Reviews.shop).html
    let sections = page.matches(of: /<section id="([a-z]+)">\n<h2>([^<]+)<\/h2>\n\s*<[a-z]/)
    #expect(sections.map { String($0.output.1) } == DesignReview.Kind.allCases.map(\.rawValue))
    #expect(sections.map { String($0.output.2) } == DesignReview.Kind.allCases.map(\.heading))
  }

  @Test func theAnswerComesFirstMinutesBeforeNines() async throws {
    let page = try await Reviews.of(Reviews.shop).html
    let title = try #require(page.firstRange(of: "<h1>How available is shop?</h1>"))
    let headline = try #require(
      page.firstMatch(of: /<p class="headline">Down [^<]+ min a month, [^<]+ nines\.<\/p>/))
    let figures = try #require(page.firstRange(of: "<section"))
    #expect(title.upperBound <= headline.range.lowerBound)
    #expect(headline.range.upperBound <= figures.lowerBound)
  }

  /// Every picture has words for those who don't see it, and names of its own.
  @Test func picturesAreToldApart() async throws {
    let page = try await Reviews.of(Reviews.shop).html
    let names = page.matches(of: /\bid="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(names).count == names.count)
    let pictures = page.matches(of: /<svg[^>]* role="img" aria-labelledby="([^ "]+) ([^"]+)"/)
    #expect(pictures.count > 8)
    for picture in pictures {
      #expect(names.contains(String(picture.output.1)))
      #expect(names.contains(String(picture.output.2)))
    }
  }

  @Test func theSameTextGivesTheSameBytes() async throws {
    let first = try await Reviews.of(Reviews.shop)
    let second = try await Reviews.of(Reviews.shop)
    #expect(first.html == second.html)
    #expect(first.markdown == second.markdown)
    let other = try await Reviews.of(Reviews.shop, limits: ReviewLimits(seed: 2, runs: 200))
    #expect(other.html != first.html)
  }

  /// What a text says stays text.
  @Test func hostileTextsAreShownAndDoNothing() async throws {
    let text = """
      # </pre><script>alert(1)</script> <img src=x onerror=alert(1)> {{title}} {{{style}}}
      "a</title><script>" = 99.9%, mttr 1h
      "b`c` & \u{1B}[31m" = 99%, mttr 1h
      system "x <b>'y'" = "a</title><script>" & "b`c` & \u{1B}[31m"
      sla "s</style>": 99% per month
      """
    let review = try await Reviews.of(text)
    #expect(try PageCheck.flaws(of: review.html) == [])
    #expect(review.html.contains("&lt;/pre&gt;&lt;script&gt;"))
    #expect(review.html.contains("{{title}} {{{style}}}"))
  }

  /// A sign beside a mark, or behind an Arabic number sign, is part of another character, and no less a
  /// sign to a browser.
  @Test func signsThatHideInCharactersAreEscaped() async throws {
    let sign = "\u{0600}"
    let hidden = [sign + "<img src=x onerror=alert(1)//", "<\u{301}b\(sign)>\(sign)&amp"]
    let text = """
      # \(hidden[0])
      "\(hidden[0])" = 99.9%, mttr 1h
      "\(hidden[1])" = 99%, mttr 1h
      system s = "\(hidden[0])" & "\(hidden[1])"
      """
    let review = try await Reviews.of(text)
    #expect(try PageCheck.flaws(of: review.html) == [])
    #expect(review.html.contains(sign + "&lt;img src=x"))
    let cell = "| \(sign)\\<img src=x"
    #expect(review.markdown.contains(cell))
    #expect(review.markdown.contains(sign + "#lt;img src=x"))
  }

  @Test func noHeadingIsEmpty() async throws {
    let page = try await Reviews.of(Reviews.shop).html
    let empty = page.matches(of: /<h[1-6][^>]*>\s*<\/h[1-6]>/)
    #expect(empty.isEmpty)
    #expect(page.contains("<h3 class=\""))
  }

  @Test func aTextThatIsTooLongIsCutAndSaysSo() async throws {
    let comments = String(repeating: "# a comment & some <more> of it\n", count: 20_000)
    let page = try await Reviews.of(comments + "x = 99.9%, mttr 1h").html
    #expect(page.utf8.count <= 150_000)
    #expect(page.contains("more lines are left out"))
    #expect(try PageCheck.flaws(of: page) == [])
  }
}
