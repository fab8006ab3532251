/// How many months of 400 Gregorian years have so many days.
enum CalendarMonths {
  /// Days, and how many of the 4,800 months have them.
  static let lengths: [(days: Double, share: Double)] = [
    (28, 303.0 / 4_800), (29, 97.0 / 4_800), (30, 1_600.0 / 4_800), (31, 2_800.0 / 4_800),
  ]
}
