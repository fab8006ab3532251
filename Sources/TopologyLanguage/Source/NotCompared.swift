/// A stored value that takes no part in `==` and `hash(into:)`.
///
/// Two trees are equal when they say the same, wherever it stands: each node keeps its span in this
/// wrapper.
@propertyWrapper
public struct NotCompared<Value: Sendable>: Sendable, Hashable {
  /// The value.
  public var wrappedValue: Value

  /// Keeps `wrappedValue` out of comparisons.
  public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }

  /// Always true.
  public static func == (left: Self, right: Self) -> Bool { true }

  /// Adds nothing.
  public func hash(into hasher: inout Hasher) {}
}
