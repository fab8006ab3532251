import Quantities

extension WordCoder {
  mutating func code(_ number: inout Double) {
    var word = number.bitPattern
    code(&word)
    number = Double(bitPattern: word)
  }

  mutating func code(_ number: inout Int32) {
    var wide = Int(number)
    code(&wide)
    number = Int32(truncatingIfNeeded: wide)
  }

  /// A list: its length, and its elements; nothing of a length that no file of ours has.
  mutating func code<Element>(
    _ list: inout [Element], filler: Element, _ body: (inout Self, inout Element) -> Void
  ) {
    var count = list.count
    code(&count)
    if count != list.count {
      list = [Element](repeating: filler, count: (0...10_000_000).contains(count) ? count : 0)
    }
    for place in list.indices { body(&self, &list[place]) }
  }

  /// A text: its length in bytes, and eight bytes to a word.
  mutating func code(_ text: inout String) {
    var bytes = Array(text.utf8)
    var count = bytes.count
    code(&count)
    if count != bytes.count {
      bytes = [UInt8](repeating: 0, count: (0...10_000_000).contains(count) ? count : 0)
    }
    for start in stride(from: 0, to: bytes.count, by: 8) {
      var word: UInt64 = 0
      let places = start..<min(start + 8, bytes.count)
      for place in places { word |= UInt64(bytes[place]) << UInt64(8 * (place - start)) }
      code(&word)
      for place in places {
        bytes[place] = UInt8(truncatingIfNeeded: word >> UInt64(8 * (place - start)))
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// One of the cases of an enumeration, by its text.
  mutating func code<Choice: RawRepresentable>(_ choice: inout Choice)
  where Choice.RawValue == String {
    var text = choice.rawValue
    code(&text)
    choice = Choice(rawValue: text) ?? choice
  }
}

extension SimulationHeader {
  /// A header to be read into.
  static let empty = SimulationHeader(
    name: "", plan: OutageRecorder.Plan(horizon: 0), seed: 0, sampling: .plain, start: .steady,
    levels: [], fullest: 0, causes: [], queues: [], window: nil, scale: 1, blockSize: 1, fingerprint: 0,
    assumptions: [])

  mutating func code(_ coder: inout some WordCoder) {
    coder.code(&name)
    plan.code(&coder)
    coder.code(&seed)
    coder.code(&sampling)
    coder.code(&start)
    coder.code(&levels, filler: 0) { $0.code(&$1) }
    coder.code(&fullest)
    var below = countsBelow ?? -1
    coder.code(&below)
    countsBelow = below < 0 ? nil : below
    coder.code(&causes, filler: "") { $0.code(&$1) }
    coder.code(&queues, filler: "") { $0.code(&$1) }
    codeWindow(&coder)
    coder.code(&scale)
    coder.code(&blockSize)
    coder.code(&fingerprint)
    coder.code(&assumptions, filler: "") { $0.code(&$1) }
  }

  private static let windows: [Window?] = [nil, .day, .week, .month, .quarter, .year]

  /// A named window by its place, another by its length.
  private mutating func codeWindow(_ coder: inout some WordCoder) {
    var place = Self.windows.firstIndex(of: window) ?? Self.windows.count
    coder.code(&place)
    var seconds = window?.length.seconds ?? 0
    coder.code(&seconds)
    window =
      Self.windows.indices.contains(place)
      ? Self.windows[place] : (try? Duration(seconds: seconds)).map { .duration($0) }
  }
}

extension OutageRecorder.Plan {
  mutating func code(_ coder: inout some WordCoder) {
    coder.code(&horizon)
    coder.code(&warmUp)
    coder.code(&upFrom)
    coder.code(&thresholds, filler: 0) { $0.code(&$1) }
    coder.code(&window)
    coder.code(&levels)
    coder.code(&losses, filler: 0) { $0.code(&$1) }
    coder.code(&delays)
    coder.code(&causes)
    var flag: UInt64 = isConditioned ? 1 : 0
    coder.code(&flag)
    isConditioned = flag == 1
  }
}
