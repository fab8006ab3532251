import Nines

// Searches for the smallest or the cheapest design.
extension Evaluator {
  /// Looks for a design; Ctrl-C ends the search with what it has found.
  func answer(_ search: CheckedSearch, _ program: CheckedProgram) async -> ExitStatus {
    let result = await interruption.cancelling {
      do throws(SizingError) {
        return Result<SizingAnswer, SizingError>.success(try await search.sizing.run())
      } catch {
        return .failure(error)
      }
    }
    do throws(SizingError) {
      let answer = try result.get()
      let assumptions = search.assumptions + program.medians
      show(
        SizingCard.report(answer, of: search.text, assuming: assumptions),
        json: JSONValue(answer, of: search.text, assuming: assumptions))
      return Self.status(answer)
    } catch {
      complain("unanswerable", error.description)
      return .unanswerable
    }
  }

  /// Whether something carries its demand without what a rule takes away.
  func survival(
    of name: String, _ rule: SurvivalRule, _ goal: String, _ topology: Topology
  ) -> ExitStatus {
    do throws(SurvivalError) {
      let answer = try topology.survival(of: name, without: rule)
      show(SurvivalCard.report(answer, of: goal), json: JSONValue(answer, of: goal))
      return answer.isMet ? .answered : .notMet
    } catch {
      complain("unanswerable", error.description)
      return .unanswerable
    }
  }

  /// How something stands to every headroom rule; none of them is judged.
  func headroom(of name: String, _ topology: Topology) -> ExitStatus {
    do throws(SurvivalError) {
      let answer = try HeadroomAnswer(topology, of: name)
      show(HeadroomCard.report(answer), json: JSONValue(answer))
      return .answered
    } catch {
      complain("unanswerable", error.description)
      return .unanswerable
    }
  }

  /// Which single change would save most; Ctrl-C leaves out those that are still to be simulated.
  func improvement(of name: String, _ program: CheckedProgram) async -> ExitStatus {
    let ranked = await interruption.cancelling {
      do throws(SizingError) {
        return Result<ImprovementAnswer?, SizingError>.success(
          try await ImprovementAnswer.ranking(
            program.topology, of: name, demands: program.profiles,
            assuming: program.assumptions(about: name) + program.medians(about: name)))
      } catch {
        return .failure(error)
      }
    }
    do throws(SizingError) {
      guard let answer = try ranked.get() else { return nothingDrawn() }
      show(ImprovementCard.report(answer), json: JSONValue(answer))
      return answer.isInterrupted ? .interrupted : .answered
    } catch {
      complain("unanswerable", error.description)
      return .unanswerable
    }
  }

  private static func status(_ answer: SizingAnswer) -> ExitStatus {
    if answer.isInterrupted { return .interrupted }
    return switch answer.isFound {
    case true?: .answered
    case false?: .notMet
    case nil: .unanswerable
    }
  }
}
