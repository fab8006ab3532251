import LifeDistributions
import Quantities
import Testing

/// Quantiles of one law at a lower and an upper tail: the share and its complement. 0 where they are
/// below 1e-308.
struct BetaRow: Sendable {
  let first: Double
  let second: Double
  let tail: Double
  let low: (Double, Double)
  let high: (Double, Double)

  init(
    _ first: Double, _ second: Double, tail: Double, low: (Double, Double), high: (Double, Double)
  ) {
    self.first = first
    self.second = second
    self.tail = tail
    self.low = low
    self.high = high
  }
}

/// Source: the continued fraction DLMF 8.17.22 with mpmath at 50 digits, solved by secants; the fraction
/// agrees with mpmath's own incomplete beta function to 48 digits.
@Suite("Beta laws against 50 digits")
struct BetaDistributionTests {
  static let rows = [
    BetaRow(
      0.5, 0.5, tail: 1e-300, low: (0, 1),
      high: (1, 0)),
    BetaRow(
      0.5, 0.5, tail: 1e-30, low: (2.4674011002723397e-60, 1),
      high: (1, 2.4674011002723397e-60)),
    BetaRow(
      0.5, 0.5, tail: 1e-9, low: (2.4674011002723397e-18, 1),
      high: (1, 2.4674011002723397e-18)),
    BetaRow(
      0.5, 0.5, tail: 0.025, low: (0.0015413331334360119, 0.99845866686656399),
      high: (0.99845866686656399, 0.0015413331334360119)),
    BetaRow(
      0.5, 0.5, tail: 0.5, low: (0.5, 0.5),
      high: (0.5, 0.5)),
    BetaRow(
      0.5, 20, tail: 1e-300, low: (0, 1),
      high: (0.99999999999999889, 1.1094052062249181e-15)),
    BetaRow(
      0.5, 20, tail: 1e-30, low: (3.9763811069721426e-62, 1),
      high: (0.96494729544493408, 0.035052704555065916)),
    BetaRow(
      0.5, 20, tail: 1e-9, low: (3.9763811069721426e-20, 1),
      high: (0.61090313206863454, 0.38909686793136546)),
    BetaRow(
      0.5, 20, tail: 0.025, low: (2.4860208631304369e-5, 0.9999751397913687),
      high: (0.11940702395503571, 0.88059297604496429)),
    BetaRow(
      0.5, 20, tail: 0.5, low: (0.011450256705575925, 0.98854974329442407),
      high: (0.011450256705575925, 0.98854974329442407)),
    BetaRow(
      1.5, 2.5, tail: 1e-300, low: (4.4267068850005678e-201, 1),
      high: (1, 7.5229462604649901e-121)),
    BetaRow(
      1.5, 2.5, tail: 1e-30, low: (4.4267068850005678e-21, 1),
      high: (0.99999999999924771, 7.5229462604657986e-13)),
    BetaRow(
      1.5, 2.5, tail: 1e-9, low: (4.4267080607452082e-7, 0.99999955732919393),
      high: (0.99981102703180246, 0.00018897296819753651)),
    BetaRow(
      1.5, 2.5, tail: 0.025, low: (0.038747617785165161, 0.96125238221483484),
      high: (0.82326390286874268, 0.17673609713125732)),
    BetaRow(
      1.5, 2.5, tail: 0.5, low: (0.35245227987713081, 0.64754772012286919),
      high: (0.35245227987713081, 0.64754772012286919)),
    BetaRow(
      5, 46, tail: 1e-300, low: (5.4297976714869462e-62, 1),
      high: (0.99999977002042307, 2.2997957693375198e-7)),
    BetaRow(
      5, 46, tail: 1e-30, low: (5.4297998826909906e-8, 0.99999994570200117),
      high: (0.82691358870150543, 0.17308641129849457)),
    BetaRow(
      5, 46, tail: 1e-9, low: (0.00086617309093685358, 0.99913382690906315),
      high: (0.4818350449710278, 0.5181649550289722)),
    BetaRow(
      5, 46, tail: 0.025, low: (0.033275093589022474, 0.96672490641097753),
      high: (0.1923427835959628, 0.8076572164040372)),
    BetaRow(
      5, 46, tail: 0.5, low: (0.092794078008232288, 0.90720592199176771),
      high: (0.092794078008232288, 0.90720592199176771)),
    BetaRow(
      300, 0.5, tail: 1e-300, low: (0.10113018929441164, 0.89886981070558836),
      high: (1, 0)),
    BetaRow(
      300, 0.5, tail: 1e-30, low: (0.8013044901100002, 0.1986955098899998),
      high: (1, 2.6201764478238319e-63)),
    BetaRow(
      300, 0.5, tail: 1e-9, low: (0.93963878636109458, 0.060361213638905418),
      high: (1, 2.6201764478238319e-21)),
    BetaRow(
      300, 0.5, tail: 0.025, low: (0.99165489603126998, 0.0083451039687300225),
      high: (0.99999836185492725, 1.6381450727490476e-6)),
    BetaRow(
      300, 0.5, tail: 0.5, low: (0.99924142840997441, 0.00075857159002558838),
      high: (0.99924142840997441, 0.00075857159002558838)),
    BetaRow(
      1000.5, 9.5, tail: 1e-300, low: (0.48098749957479691, 0.51901250042520309),
      high: (1, 1.1383997894215034e-34)),
    BetaRow(
      1000.5, 9.5, tail: 1e-30, low: (0.90859881088785001, 0.091401189112149986),
      high: (0.99999699757920674, 3.0024207932583261e-6)),
    BetaRow(
      1000.5, 9.5, tail: 1e-9, low: (0.96022502468194525, 0.039774975318054746),
      high: (0.99948833533104336, 0.00051166466895663837)),
    BetaRow(
      1000.5, 9.5, tail: 0.025, low: (0.98378425161924081, 0.016215748380759193),
      high: (0.99557757931176098, 0.0044224206882390244)),
    BetaRow(
      1000.5, 9.5, tail: 0.5, low: (0.9909159680176695, 0.009084031982330495),
      high: (0.9909159680176695, 0.009084031982330495)),
    BetaRow(
      20000, 30000, tail: 1e-300, low: (0.32119069261027491, 0.67880930738972509),
      high: (0.48243652042307135, 0.51756347957692865)),
    BetaRow(
      20000, 30000, tail: 1e-30, low: (0.3750734252267611, 0.6249265747732389),
      high: (0.42527410285465414, 0.57472589714534586)),
    BetaRow(
      20000, 30000, tail: 1e-9, low: (0.38690834790929614, 0.61309165209070386),
      high: (0.41318489689469815, 0.58681510310530185)),
    BetaRow(
      20000, 30000, tail: 0.025, low: (0.39570978493320856, 0.60429021506679144),
      high: (0.40429779229739354, 0.59570220770260646)),
    BetaRow(
      20000, 30000, tail: 0.5, low: (0.39999866665626345, 0.60000133334373655),
      high: (0.39999866665626345, 0.60000133334373655)),
    BetaRow(
      1e6, 0.5, tail: 1e-300, low: (0.99931329939951716, 0.00068670060048283731),
      high: (1, 0)),
    BetaRow(
      1e6, 0.5, tail: 1e-30, low: (0.99993360224147634, 6.6397758523655477e-5),
      high: (1, 7.853983597470137e-67)),
    BetaRow(
      1e6, 0.5, tail: 1e-9, low: (0.99998133772295117, 1.86622770488272e-5),
      high: (1, 7.853983597470137e-25)),
    BetaRow(
      1e6, 0.5, tail: 0.025, low: (0.99999748805943328, 2.5119405667151763e-6),
      high: (0.99999999950896532, 4.9103468122572541e-10)),
    BetaRow(
      1e6, 0.5, tail: 0.5, low: (0.99999977253175744, 2.2746824255594069e-7),
      high: (0.99999977253175744, 2.2746824255594069e-7)),
    BetaRow(
      1e6, 20, tail: 1e-300, low: (0.99922237330531284, 0.00077762669468716081),
      high: (1, 8.3042823131954286e-21)),
    BetaRow(
      1e6, 20, tail: 1e-30, low: (0.9998789768301093, 0.0001210231698907001),
      high: (0.99999973404966455, 2.659503354513868e-7)),
    BetaRow(
      1e6, 20, tail: 1e-9, low: (0.99994066108765018, 5.9338912349822554e-5),
      high: (0.99999652581023045, 3.4741897695496812e-6)),
    BetaRow(
      1e6, 20, tail: 0.025, low: (0.99997032986846471, 2.967013153528541e-5),
      high: (0.99998778367109006, 1.2216328909937915e-5)),
    BetaRow(
      1e6, 20, tail: 0.5, low: (0.9999803327078209, 1.9667292179099172e-5),
      high: (0.9999803327078209, 1.9667292179099172e-5)),
    BetaRow(
      1e6, 1e6, tail: 1e-300, low: (0.4869041186607708, 0.5130958813392292),
      high: (0.5130958813392292, 0.4869041186607708)),
    BetaRow(
      1e6, 1e6, tail: 1e-30, low: (0.49594692127902169, 0.50405307872097831),
      high: (0.50405307872097831, 0.49594692127902169)),
    BetaRow(
      1e6, 1e6, tail: 1e-9, low: (0.49787946426409833, 0.50212053573590167),
      high: (0.50212053573590167, 0.49787946426409833)),
    BetaRow(
      1e6, 1e6, tail: 0.025, low: (0.49930704833394945, 0.50069295166605055),
      high: (0.50069295166605055, 0.49930704833394945)),
    BetaRow(
      1e6, 1e6, tail: 0.5, low: (0.5, 0.5),
      high: (0.5, 0.5)),
    BetaRow(
      2e9, 20, tail: 1e-300, low: (0.999999611031781, 3.8896821900256855e-7),
      high: (1.0, 4.1521805821468155e-24)),
    BetaRow(
      2e9, 20, tail: 0.025, low: (0.99999998516457339, 1.4835426605279581e-8),
      high: (0.99999999389174025, 6.1082597450323196e-9)),
    BetaRow(
      1e9, 7e8, tail: 1e-300, low: (0.58779303547360576, 0.41220696452639424),
      high: (0.58867745784909242, 0.41132254215090758)),
    BetaRow(
      1e9, 7e8, tail: 0.025, low: (0.5882118989827363, 0.4117881010172637),
      high: (0.58825868905591707, 0.41174131094408293)),
    BetaRow(0.001, 0.001, tail: 0.025, low: (0, 1), high: (1, 0)),
    BetaRow(
      0.001, 1e6, tail: 1e-300, low: (0, 1), high: (0.00067712618464810931, 0.99932287381535189)),
  ]

  #if GSL
    @Test("quantiles from both tails, both tails of each")
    func quantiles() throws {
      for row in Self.rows {
        let law = BetaDistribution(first: row.first, second: row.second)
        for (probability, known) in [(lower(row.tail), row.low), (upper(row.tail), row.high)] {
          let share = try law.quantile(of: probability)
          let label = "\(row.first) \(row.second) \(probability)"
          #expect(agree(share.value, known.0), "\(label)")
          #expect(agree(share.complement, known.1), "\(label)")
        }
      }
    }

    /// Rounding a share by half a unit moves its tail by as much as the tail's slope says.
    @Test("distribution functions undo them")
    func distributions() throws {
      for row in Self.rows where row.low.0 > 0 && row.high.1 > 0 && row.first < 1e9 {
        let law = BetaDistribution(first: row.first, second: row.second)
        let steepness = 2e-16 * (row.first + row.second)
        let low = try law.distribution(
          at: Probability(uncheckedValue: row.low.0, complement: row.low.1))
        let high = try law.distribution(
          at: Probability(uncheckedValue: row.high.0, complement: row.high.1))
        #expect(abs(low.value / row.tail - 1) < 1e-12 + steepness, "\(row.first) \(row.second)")
        #expect(abs(high.complement / row.tail - 1) < 1e-12 + steepness)
      }
    }

    @Test("both tails sum to 1 and rise", arguments: [(0.5, 0.5), (1.5, 40), (3e5, 2e5)])
    func monotone(first: Double, second: Double) throws {
      let law = BetaDistribution(first: first, second: second)
      var last = 0.0
      for step in 0...1_000 {
        let share = Probability(
          uncheckedValue: Double(step) / 1_000, complement: Double(1_000 - step) / 1_000)
        let tails = try law.distribution(at: share)
        #expect(abs(tails.value + tails.complement - 1) < 1e-12)
        #expect(tails.value >= last * (1 - 1e-13))
        last = tails.value
      }
      #expect(last == 1)
    }
  #else
    @Test("what needs GSL names it, in a build without")
    func withoutGSL() throws {
      let law = BetaDistribution(first: 2, second: 3)
      let error = LifeDistributionError.needsGSL(function: "the beta law")
      #expect(throws: error) { try law.quantile(of: lower(0.1)) }
      #expect(throws: error) { try law.distribution(at: lower(0.1)) }
    }
  #endif

  /// Source: 1 - (1 - p)^(1 / b) and p^(1 / a), by hand: (1 - 0.75)^(1 / 2) = 1 / 2.
  @Test("with a parameter of 1 quantiles are powers")
  func powers() throws {
    let high = try BetaDistribution(first: 1, second: 2).quantile(of: lower(0.75))
    #expect(agree(high.value, 0.5) && agree(high.complement, 0.5))
    let low = try BetaDistribution(first: 2, second: 1).quantile(of: lower(1e-300))
    #expect(agree(low.value, 1e-150) && low.complement == 1)
  }

  @Test(
    "parameters out of range are refused",
    arguments: [0, -1, .nan, .infinity, 1e-300, 1e300] as [Double])
  func refusals(parameter: Double) {
    for (first, second) in [(parameter, 1.0), (1, parameter), (2.5, parameter)] {
      let law = BetaDistribution(first: first, second: second)
      #expect(throws: LifeDistributionError.self) { try law.quantile(of: lower(0.1)) }
      #expect(throws: LifeDistributionError.self) { try law.distribution(at: lower(0.1)) }
    }
  }
}
