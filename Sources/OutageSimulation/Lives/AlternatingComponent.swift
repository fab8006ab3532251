/// A component that fails and is restored by scaled variates: what the loop over its failures needs.
struct AlternatingComponent: Sendable {
  let component: Int32
  let life: ComponentLife.Scaled
  /// True when its failure alone changes the level of the service.
  let isSinglePoint: Bool

  init(_ component: Int, _ life: ComponentLife.Scaled, _ isSinglePoint: Bool) {
    self.component = Int32(truncatingIfNeeded: component)
    self.life = life
    self.isSinglePoint = isSinglePoint
  }
}
