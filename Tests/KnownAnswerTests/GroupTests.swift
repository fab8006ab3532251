import Nines
import Testing

@Suite("Groups, zones and common causes")
struct GroupTests {
  private static let chain = "birth-death chain with a crew for each, 30 digits"
  private static let conditioned = "conditioned on the zones, 30 digits"

  static let groups: [KnownAnswer] = [
    .init(
      "single", "U = (1/6) / (720 + 1/6)", "(mtbf 720h, mttr 10min)", 2.3142791020597085e-4),
    .init("1 of 2", chain, "1 of 2 (mtbf 1000h, mttr 8h)", 6.298815822625347e-5),
    .init("2 of 3", chain, "2 of 3 (mtbf 1000h, mttr 8h)", 1.8796466264342303e-4),
    .init("3 of 5", chain, "3 of 5 (mtbf 1000h, mttr 8h)", 4.939736484491785e-6),
    .init(
      "beta", "two parallel units, q = 1e-3, beta 0.1",
      "service x: 1 of 2, 99.9%, common 10%", 1.0081008100810081e-4),
  ]

  static let zones: [KnownAnswer] = [
    .init("2 x 10", conditioned, zoned(2, 10), 9.78699610945e-6),
    .init("3 x 5", conditioned, zoned(3, 5), 1.46941008312e-5),
    .init("3 x 6", conditioned, zoned(3, 6), 3.79723794407e-8),
  ]

  private static func zoned(_ zones: Int, _ each: Int) -> String {
    "zones az: \(zones), 99.99%\nservice x: \(each) per az, need 10, 99.5%"
  }

  @Test("to 12 digits", arguments: groups)
  func twelveDigits(group: KnownAnswer) throws {
    let computed = try answer(group.text).availability.complement
    #expect(relativeError(computed, group.unavailability) < 1e-12)
  }

  @Test("to the digits printed", arguments: zones)
  func printedDigits(group: KnownAnswer) throws {
    let computed = try answer(group.text).availability.complement
    #expect(relativeError(computed, group.unavailability) < 5e-12)
  }

  @Test("success logic loses no nine: a well-known tool prints 1e-25")
  func successLogic() throws {
    let text = """
      zones z: 3, 100%
      zone = 9 nines & 9 nines
      store db: 25 nines
      site = 2 of 3 zone & db
      """
    let computed = try answer(text).availability.complement
    #expect(relativeError(computed, 1.2000000072e-17) < 1e-11)
  }

  @Test("36 of 40 and 250 of 500 different members agree with their identical average's order")
  func differentMembers() throws {
    let members = (1...40).map { "99.\($0 + 10)%" }.joined(separator: ", ")
    let mixed = try answer("36 of (\(members))").availability.complement
    let worst = try answer("36 of 40 99.11%").availability.complement
    let best = try answer("36 of 40 99.5%").availability.complement
    #expect(best < mixed && mixed < worst)
  }
}
