extension Report {
  /// A share drawn as a bar of signs.
  public struct Bar: Sendable, Equatable {
    /// What the bar shows, where 1 is a bar of full length.
    public let share: Double
    /// The full length in columns.
    public let length: Int
    /// Whether what lacks of the full length is dotted, and more than that marked with `>`.
    public let isFramed: Bool

    /// A bar of a share of 0 or more.
    public init(_ share: Double, length: Int, isFramed: Bool = false) {
      self.share = share
      self.length = max(2, length)
      self.isFramed = isFramed
    }

    /// The bar where its full length may have `columns` at most; any share above 0 has a sign.
    func text(within columns: Int = .max) -> String {
      let full = min(length, max(2, columns))
      return isFramed ? framed(full) : plain(full)
    }

    private func plain(_ full: Int) -> String {
      guard share > 0 else { return "" }
      return String(repeating: "#", count: max(1, signs(share, full)))
    }

    private func framed(_ full: Int) -> String {
      guard share <= 1 else { return String(repeating: "#", count: full - 1) + ">" }
      let count = signs(share, full)
      return String(repeating: "#", count: count) + String(repeating: ".", count: full - count)
    }

    private func signs(_ share: Double, _ full: Int) -> Int {
      Int((min(max(share, 0), 1) * Double(full)).rounded())
    }
  }
}
