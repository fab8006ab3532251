extension Topology {
  /// How far components fail independently, as every answer says it; `isCoupled` where members depend
  /// on each other in time.
  package static func independence(isCoupled: Bool) -> String {
    "components fail independently, but for shared domains and common causes"
      + (isCoupled
        ? ", and for members that share crews, wait for each other or share a load" : "")
  }
}
