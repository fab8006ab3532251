/// A component that fails and is restored by scaled variates: what the loop over its failures needs.
struct AlternatingComponent: Sendable {
  let component: Int32
  let life: ComponentLife.Scaled

  init(_ component: Int, _ life: ComponentLife.Scaled) {
    self.component = Int32(truncatingIfNeeded: component)
    self.life = life
  }
}
