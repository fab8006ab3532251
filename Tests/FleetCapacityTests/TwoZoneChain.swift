/// Two zones with a slot each and room for one more, as a Markov chain: what the simulation's rules
/// mean, written out anew and solved by iteration.
struct TwoZoneChain {
  let failure: Double
  let restoration: Double
  let start: Double

  private enum Place: Int { case home, ordered, waiting, substitute }

  private struct State: Hashable {
    var isUp = [true, true]
    var places = [Place.home, .home]

    var running: Int { places.filter { $0 == .home || $0 == .substitute }.count }
  }

  private struct Move {
    let rate: Double
    let next: State
    var isStart = false
  }

  private func moves(_ state: State) -> [Move] {
    (0...1).flatMap { zone -> [Move] in
      let other = 1 - zone
      var moves: [Move] = []
      var next = state
      next.isUp[zone].toggle()
      if state.isUp[zone] {
        next.places[zone] = .ordered
        if state.places[other] == .substitute { next.places[other] = .ordered }
        moves.append(Move(rate: failure, next: next))
      } else {
        next.places[zone] = .home
        let startsOther = state.places[other] == .waiting
        if startsOther { next.places[other] = .substitute }
        moves.append(Move(rate: restoration, next: next, isStart: startsOther))
      }
      if state.places[zone] == .ordered {
        var started = state
        started.places[zone] = state.isUp[other] ? .substitute : .waiting
        moves.append(Move(rate: start, next: started, isStart: state.isUp[other]))
      }
      return moves
    }
  }

  /// The shares of time and rates of the long run.
  func figures() -> (short: Double, unserved: Double, starts: Double) {
    var law: [State: Double] = [State(): 1]
    let rate = 2 * (failure + restoration + start)
    for _ in 0..<4000 {
      var next: [State: Double] = [:]
      for (state, share) in law {
        var stay = share
        for move in moves(state) {
          next[move.next, default: 0] += share * move.rate / rate
          stay -= share * move.rate / rate
        }
        next[state, default: 0] += stay
      }
      law = next
    }
    var figures = (short: 0.0, unserved: 0.0, starts: 0.0)
    for (state, share) in law {
      if state.running < 2 { figures.short += share }
      figures.unserved += share * Double(2 - state.running)
      figures.starts += share * moves(state).filter(\.isStart).reduce(0) { $0 + $1.rate }
    }
    return figures
  }
}
