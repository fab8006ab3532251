import RandomStreams

/// Which components are down at an instant of a long history.
///
/// Components are laid end to end on a line, each as long as -log A; the points of a Poisson process
/// of rate 1 on it hit each with probability U, independently. All being up costs one exponential.
struct SteadyState: Sendable {
  private let ends: [Double]
  private let components: [Int32]

  init(_ lives: ComponentLives) {
    var end = 0.0
    var ends: [Double] = []
    for component in lives.failing {
      end += lives[component].downHazard
      ends.append(end)
    }
    self.ends = ends
    components = lives.failing.map { Int32($0) }
  }

  /// The place on the line at which all have been asked.
  var length: Double { ends.last ?? 0 }

  /// The component that a point hits, and where its stretch ends.
  func component(at point: Double) -> (component: Int32, end: Double) {
    var low = 0
    var high = ends.count - 1
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < point { low = middle + 1 } else { high = middle }
    }
    return (components[low], ends[low])
  }
}
