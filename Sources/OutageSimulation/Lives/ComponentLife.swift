import RandomStreams
import Topology

/// How one kind of component lives: its laws, and what follows from them.
struct ComponentLife: Sendable {
  /// The law of an up time; of no use for what never fails.
  var uptime: SampledLaw
  /// The law of a restoration time.
  var restoration: SampledLaw
  /// The law of the up time that covers a given instant.
  var coveringUptime: SampledLaw
  /// The law of the restoration time that covers a given instant.
  var coveringRestoration: SampledLaw
  /// Failures a nanosecond while up; 0 for what never fails or is always down.
  let rate: Double
  /// -log A.
  let downHazard: Double
  /// E[restoration time] in nanoseconds; 0 for what never fails.
  let meanRestoration: Double
  /// The long-run probability of being down.
  let unavailability: Double
  /// True for what is down for good.
  let isAlwaysDown: Bool

  init(_ component: Component) {
    unavailability = component.availability.complement
    isAlwaysDown = component.availability.value == 0
    guard unavailability > 0, !isAlwaysDown, let uptime = component.uptime,
      let restoration = component.restoration
    else {
      self.uptime = SampledLaw(.fixed(.zero))
      self.restoration = self.uptime
      coveringUptime = self.uptime
      coveringRestoration = self.uptime
      rate = 0
      downHazard = 0
      meanRestoration = 0
      return
    }
    self.uptime = SampledLaw(uptime)
    self.restoration = SampledLaw(restoration)
    coveringUptime = self.uptime.lengthBiased
    coveringRestoration = self.restoration.lengthBiased
    rate = 1 / (uptime.mean.seconds * 1e9)
    downHazard = SmallDifferences.minusLogOfComplement(component.availability.inverted)
    meanRestoration = restoration.mean.seconds * 1e9
  }

  /// Both laws where they are scaled variates from buffers of their own, for the inner loop.
  struct Scaled: Sendable {
    let uptime: Double
    let restoration: Double
    let uptimeBuffer: Int
    let restorationBuffer: Int
  }

  /// Set once the laws have their buffers.
  private(set) var scaled: Scaled?

  /// Looks up the buffers of the laws' variates, and the observed lengths of the component that lives
  /// so.
  mutating func place(_ component: Component, in laws: inout LawCatalogue) {
    uptime.buffer = laws.buffer(of: uptime.variate)
    restoration.buffer = laws.buffer(of: restoration.variate)
    coveringUptime.buffer = laws.buffer(of: coveringUptime.variate)
    coveringRestoration.buffer = laws.buffer(of: coveringRestoration.variate)
    uptime.table = laws.table(of: component.uptime)
    restoration.table = laws.table(of: component.restoration)
    coveringUptime.table = uptime.table
    coveringRestoration.table = restoration.table
    guard uptime.form == .scaled, restoration.form == .scaled, uptime.buffer != restoration.buffer
    else { return }
    scaled = Scaled(
      uptime: uptime.scale, restoration: restoration.scale, uptimeBuffer: uptime.buffer,
      restorationBuffer: restoration.buffer)
  }

  /// True when the up time has no memory.
  var isUptimeExponential: Bool { uptime.isExponential }
}
