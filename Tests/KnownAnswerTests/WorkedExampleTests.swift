import Nines
import Testing

@Suite("Worked examples of composite availability")
struct WorkedExampleTests {
  private static let pattern = "Azure reliable-web-app pattern (.NET), SLA calculation"
  private static let metrics = "Azure business metrics page, 2023-05-02"
  private static let aws = "AWS, Availability and Beyond"

  static let azure: [KnownAnswer] = [
    .init(
      "W-01", pattern,
      "99.99% & 99.99% & 99.95% & 99.9% & 99.995% & 99.9% & 99.99% & 99.9%",
      3.8442342334139988960263750e-3),
    .init(
      "W-03", pattern + ", two regions: what is shared counts once",
      "region = 99.5657787489%\n99.99% & 99.99% & 1 of 2 region",
      2.1884103871733488304282505e-4),
    .init("W-22", metrics + ": app and database", "99.95% & 99.99%", 5.9995e-4),
    .init("W-23", metrics + ": database or queue", "99.99% | 99.9%", 1e-7),
    .init("W-24", metrics + ": app and either", "99.95% & (99.99% | 99.9%)", 5.0009995e-4),
    .init("W-25", metrics + ": two regions", "99.95% | 99.95%", 2.5e-7),
    .init("W-26", metrics + ": four regions", "1 of 4 99.95%", 6.25e-14),
  ]

  static let others: [KnownAnswer] = [
    .init("W-27", aws + ": two subsystems", "1 of 2 99%", 1e-4),
    .init("W-28", aws + ": two spares", "1 of 3 99.5%", 1.25e-7),
    .init("W-29", aws + ": ten spares", "1 of 11 99.5%", 4.8828125e-26),
    .init(
      "W-31", "AWS Reliability Pillar: hard dependencies", "99.99% & 99.99% & 99.99%",
      2.9997000100e-4),
    .init(
      "W-33", "AWS Reliability Pillar, older text", "(mtbf 150d, mttr 1h)",
      2.7770063871146903637878367e-4),
    .init(
      "W-40", "SRE Workbook ch. 6: a service and nine dependencies", "10 of 10 99.99%",
      9.9955011997900251979001200e-4),
    .init(
      "W-43", "Hystrix wiki: thirty services", "30 of 30 99.99%", 2.9956540572609244664285215e-3),
    .init("W-44a", "system-design-primer: in series", "99.9% & 99.9%", 1.999e-3),
    .init("W-44b", "system-design-primer: in parallel", "99.9% | 99.9%", 1e-6),
    .init(
      "W-47", "a public tutorial: three replicas", "1 of 3 (mtbf 10d, mttr 10h)", 6.4e-5),
    .init("W-50", "SchemaTex pull request 44", "99% & (95% | 95%) & 2 of 3 97%", 1.508799115e-2),
    .init("W-51", "osate2 issue 1976", "2 of 3 80%", 0.104),
    .init(
      "W-54", "a blog of 2022-07-06: two regions behind two fronts",
      "99.99% & 99.999% & 1 of 2 (99.95% & 99.99% & 99.9%)", 1.1255663921372885523216000e-4),
  ]

  @Test("unavailability to 12 digits and availability to the last", arguments: azure + others)
  func unavailability(example: KnownAnswer) throws {
    let availability = try answer(example.text).availability
    #expect(relativeError(availability.complement, example.unavailability) < 1e-13)
    #expect(relativeError(availability.value, 1 - example.unavailability) < 1e-15)
  }

  @Test("the figures that the sources print")
  func printedFigures() throws {
    #expect(try HumanFigures.percent(answer("99.95% & 99.99%").availability) == "99.94%")
    #expect(abs(try answer("1 of 11 99.5%").availability.nines - 25.3113) < 5e-5)
    let spares = try answer("1 of 3 99.5%").downtime(in: .year)
    #expect(abs(spares.seconds - 3.942) < 1e-9)
    let fronts = try answer("99.9887%").downtime(in: .day)
    #expect(abs(fronts.seconds - 9.7632) < 1e-9)
  }
}
