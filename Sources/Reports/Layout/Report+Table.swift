extension Report {
  /// Rows of cells below headings.
  public struct Table: Sendable, Equatable {
    /// What a column is called and how it is set.
    public struct Column: Sendable, Equatable {
      /// What its cells say; empty where that needs no name.
      public let heading: String
      /// Words are set to the left, figures to the right.
      public let isLeft: Bool

      /// A column with this heading.
      public init(_ heading: String, isLeft: Bool) {
        self.heading = heading
        self.isLeft = isLeft
      }
    }

    /// The columns from left to right.
    public let columns: [Column]
    /// The cells, one for each column in each row.
    public let rows: [[String]]
    /// A bar behind each row, or none at all.
    public let bars: [Bar]

    /// A table of these columns; cells that a row lacks are empty, those beyond the columns are set
    /// under empty headings.
    public init(_ columns: [Column], _ rows: [[String]], bars: [Bar] = []) {
      let count = max(columns.count, rows.map(\.count).max() ?? 0)
      let missing = Array(repeating: Column("", isLeft: true), count: count - columns.count)
      self.columns = columns + missing
      self.rows = rows.map { $0 + Array(repeating: "", count: count - $0.count) }
      self.bars = bars
    }

    /// A table whose first `left` columns and whose `remarks` behind the others are words.
    init(
      _ headings: [String], _ rows: [[String]], left: Int = 1, remarks: String? = nil,
      bars: [Bar] = []
    ) {
      let columns = headings.enumerated().map { Column($1, isLeft: $0 < left) }
      self.init(columns + (remarks.map { [Column($0, isLeft: true)] } ?? []), rows, bars: bars)
    }
  }
}
