import Quantities
import ResourceAdequacy

/// The IEEE Reliability Test System 1979 (IEEE RTS Task Force, IEEE Trans. PAS-98, 1979): units of
/// table 8, loads of tables 1 to 4.
enum ReliabilityTestSystem {
  /// MW, number, MTTF h, MTTR h.
  static let rows: [(capacity: Double, count: Int, up: UInt32, down: UInt32)] = [
    (12, 5, 2940, 60), (20, 4, 450, 50), (50, 6, 1980, 20), (76, 4, 1960, 40), (100, 3, 1200, 50),
    (155, 4, 960, 40), (197, 3, 950, 50), (350, 1, 1150, 100), (400, 2, 1100, 150),
  ]

  static var units: [CapacityUnit] {
    get throws {
      try rows.map { row in
        try CapacityUnit(
          "u\(Int(row.capacity))", row.count, capacity: Rate(row.capacity, unit: "MW"),
          .mtbf(.hours(row.up), mttr: .hours(row.down)))
      }
    }
  }

  /// The hourly loads, 2850 MW times three shares, each a decimal in tenths or whole percent.
  static var loads: [DecimalNumber] {
    get throws {
      var loads: [DecimalNumber] = []
      for week in 0..<52 {
        for day in 0..<7 {
          for hour in 0..<24 {
            let share = weekly[week] * daily[day] * hourly(week: week, isWeekend: day > 4)[hour]
            loads.append(try DecimalNumber("\(2850 * share)e-7"))
          }
        }
      }
      return loads
    }
  }

  /// Tenths of a percent of the annual peak.
  private static let weekly = [
    862, 900, 878, 834, 880, 841, 832, 806, 740, 737, 715, 727, 704, 750, 721, 800, 754, 837, 870,
    880, 856, 811, 900, 887, 896, 861, 755, 816, 801, 880, 722, 776, 800, 729, 726, 705, 780, 695,
    724, 724, 743, 744, 800, 881, 885, 909, 940, 890, 942, 970, 1000, 952,
  ]
  /// Percent of the weekly peak, Monday first.
  private static let daily = [93, 100, 98, 96, 94, 77, 75]

  private static func hourly(week: Int, isWeekend: Bool) -> [Int] {
    switch week {
    case 0..<8, 43..<52: isWeekend ? winterWeekend : winterWeekday
    case 17..<30: isWeekend ? summerWeekend : summerWeekday
    default: isWeekend ? mildWeekend : mildWeekday
    }
  }

  private static let winterWeekday = [
    67, 63, 60, 59, 59, 60, 74, 86, 95, 96, 96, 95, 95, 95, 93, 94, 99, 100, 100, 96, 91, 83, 73,
    63,
  ]
  private static let winterWeekend = [
    78, 72, 68, 66, 64, 65, 66, 70, 80, 88, 90, 91, 90, 88, 87, 87, 91, 100, 99, 97, 94, 92, 87, 81,
  ]
  private static let summerWeekday = [
    64, 60, 58, 56, 56, 58, 64, 76, 87, 95, 99, 100, 99, 100, 100, 97, 96, 96, 93, 92, 92, 93, 87,
    72,
  ]
  private static let summerWeekend = [
    74, 70, 66, 65, 64, 62, 62, 66, 81, 86, 91, 93, 93, 92, 91, 91, 92, 94, 95, 95, 100, 93, 88, 80,
  ]
  private static let mildWeekday = [
    63, 62, 60, 58, 59, 65, 72, 85, 95, 99, 100, 99, 93, 92, 90, 88, 90, 92, 96, 98, 96, 90, 80, 70,
  ]
  private static let mildWeekend = [
    75, 73, 69, 66, 65, 65, 68, 74, 83, 89, 92, 94, 91, 90, 90, 86, 85, 88, 92, 100, 97, 95, 90, 85,
  ]
}
