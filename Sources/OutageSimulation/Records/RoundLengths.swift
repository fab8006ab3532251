/// Counts lengths of whole milliseconds by value. Only one in a million lengths drawn from a continuous
/// law is one, so that these are the atoms: maintenance of a fixed length, repairs that take a fixed
/// time, windows that are down throughout. Exact to merge, in any order.
///
/// Where there are more than it holds, the roundest stay, of these the least: a rule by value, so that
/// what stays depends on no order.
struct RoundLengths: Sendable, Hashable {
  /// How many values are kept.
  static let capacity = 256
  /// Nanoseconds in a millisecond.
  private static let unit: Int64 = 1_000_000

  /// A value, and how often it was seen.
  struct Atom: Sendable, Hashable {
    let value: Int64
    fileprivate(set) var count: UInt64
    /// Decimal zeros that the value ends with: 11 of an hour, 9 or more of whole seconds.
    private let zeros: Int

    init(_ value: Int64, count: UInt64) {
      self.value = value
      self.count = count
      var (rest, zeros) = (value, 0)
      while rest != 0, rest % 10 == 0 {
        rest /= 10
        zeros += 1
      }
      self.zeros = zeros
    }

    /// True where this stays longer than another.
    func comesBefore(_ other: Atom) -> Bool {
      zeros == other.zeros ? value < other.value : zeros > other.zeros
    }
  }

  /// By value, ascending.
  private(set) var atoms: [Atom] = []
  /// The place of what goes first, once all places are taken; else 0.
  private var last = 0

  @inline(__always)
  static func contains(_ length: Int64) -> Bool { length % unit == 0 }

  /// Counts a length of whole milliseconds, so many times; hands back what has no place here.
  mutating func add(_ length: Int64, count: UInt64 = 1) -> Atom? {
    let place = place(of: length)
    if place < atoms.count, atoms[place].value == length {
      atoms[place].count += count
      return nil
    }
    return insert(Atom(length, count: count), at: place)
  }

  private mutating func insert(_ atom: Atom, at place: Int) -> Atom? {
    let isFull = atoms.count == Self.capacity
    guard !isFull || atom.comesBefore(atoms[last]) else { return atom }
    let displaced = isFull ? atoms.remove(at: last) : nil
    atoms.insert(atom, at: isFull && last < place ? place - 1 : place)
    findLast()
    return displaced
  }

  private mutating func findLast() {
    guard atoms.count == Self.capacity else { return }
    last = atoms.indices.reduce(0) { atoms[$0].comesBefore(atoms[$1]) ? $1 : $0 }
  }

  /// True for a value that is counted here.
  func isKept(_ value: Int64) -> Bool {
    let place = place(of: value)
    return place < atoms.count && atoms[place].value == value
  }

  /// Where a value stands, or would.
  private func place(of value: Int64) -> Int {
    var (low, high) = (0, atoms.count)
    while low < high {
      let middle = (low + high) / 2
      if atoms[middle].value < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func code(_ coder: inout some WordCoder) {
    coder.code(&atoms, filler: Atom(0, count: 0)) { coder, atom in
      var (value, count) = (atom.value, atom.count)
      coder.code(&value)
      coder.code(&count)
      atom = Atom(value, count: count)
    }
    findLast()
  }
}
