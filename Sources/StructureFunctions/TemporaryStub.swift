extension ComponentNetwork {
  public var underlyingRoot: Int? { nil }
}
