import Quantities

// The ranges of the values that behaviours are made of.

extension Buffer {
  func check() throws(BehaviourFlaw) {
    guard holds > .zero else { throw .notPositive("buffer") }
    guard drain > 1 else { throw .drain(drain) }
  }
}

extension AfterEffect {
  func check() throws(BehaviourFlaw) {
    switch self {
    case .buffer(let buffer): try buffer.check()
    case .absorption(let length): guard length > .zero else { throw .notPositive("absorb") }
    case .lag(let law): try law.check("lag")
    }
  }
}

extension Breaker {
  func check() throws(BehaviourFlaw) {
    guard retries > .zero else { throw .notPositive("retries") }
  }
}

extension Failover {
  func check() throws(BehaviourFlaw) {
    try switching?.check("failover")
    try manual?.check("manual")
  }
}

extension Changes {
  func check() throws(BehaviourFlaw) {
    guard spacing > .zero else { throw .notPositive("every") }
    try restoration.check("restore")
    guard share.value > 0 else { throw .notPositive("share") }
    guard let canary else { return }
    guard canary.share.value > 0, canary.length > .zero else { throw .notPositive("canary") }
  }
}

extension Maintenance {
  func check() throws(BehaviourFlaw) {
    guard spacing > .zero else { throw .notPositive("every") }
    guard length > .zero else { throw .notPositive("lasts") }
    guard !isRolling || !scope.isEmpty else { throw .rollingWithoutScope }
  }
}

extension GroupBehaviour {
  /// Of a group of so many members, of which `need` are needed.
  func check(members: Int, need: Int) throws(BehaviourFlaw) {
    if let failover {
      guard members > 1 else { throw .ofOne("failover") }
      guard failover.timeToLive == nil else { throw .timeToLiveInGroup }
      guard detection == nil else { throw .twoDetections }
      try failover.check()
    }
    guard detection == nil || members > 1 else { throw .ofOne("detect") }
    if let crews, crews < 1 { throw .noCrews(crews) }
    guard spares == nil || need < members else { throw .noSpare(need: need) }
    guard let sharing else { return }
    guard spares == nil else { throw .standbyWithSharing }
    guard sharing >= 0, sharing.isFinite else { throw .sharing(sharing) }
    guard members > 1 else { throw .ofOne("sharing") }
  }
}

extension Law {
  fileprivate func check(_ word: String) throws(BehaviourFlaw) {
    if let flaw { throw .law(word, flaw) }
  }
}
