import Nines

/// What an answer looks like.
package enum Picture: Sendable {
  /// A chart of it.
  case chart(Chart)
  /// Why there is none, in a sentence.
  case none(String)

  /// The chart, or why there is none.
  init(_ chart: () throws(ChartError) -> Chart) {
    do throws(ChartError) {
      self = .chart(try chart())
    } catch {
      self = .none(error.description)
    }
  }

  /// Of an answer that no chart shows.
  static let unknown = Picture.none(
    "this answer has no picture; `plot`, `why`, `simulate`, `check … meets` and `budget … meets` have"
  )
}
