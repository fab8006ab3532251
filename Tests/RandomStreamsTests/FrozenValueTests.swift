import RandomStreams
import Testing

/// What the key (seed 1, block 2, purpose 3) gives, for ever: a change here changes the figures of
/// every seed that a user has kept.
@Suite("First values of every sampler are frozen")
struct FrozenValueTests {
  // From the definitions of SplitMix64 and xoshiro256++ in whole numbers of Python 3.
  private static let firstWords: [UInt64] = [
    0xb633_09f7_6684_2edb, 0xf4f1_d1d0_3095_641f, 0xd2b5_2fed_e730_5c80, 0x0e37_2ed6_210e_a1e3,
    0x7f8e_a790_c3d7_5532, 0x1819_ba75_b43c_1462, 0xcfc1_709c_116d_ccf7, 0xc19b_2329_530f_b06b,
    0xd860_9f79_86ad_6556, 0x1ea7_fc8a_e741_0ed4, 0xfd58_6164_a51b_3178, 0xb165_b0cb_b807_46c3,
    0xfdc4_fc1d_271d_1040, 0xa941_8137_7e18_c4c5, 0x87d0_0195_25be_b389, 0x30a2_0ad2_9a33_784e,
  ]

  @Test("sixteen words")
  func bits() { #expect(words(count: 16) == Self.firstWords) }

  private static let frozen: [(Variate, [Double])] = [
    (
      .uniform,
      [0x1.6c6613eecd085p-1, 0x1.e9e3a3a0612adp-1, 0x1.a56a5fdbce60bp-1, 0x1.c6e5dac421d5p-5]
    ),
    (
      .exponential,
      [0x1.5c3cdc2fb69b8p-2, 0x1.69a3827dff48bp-5, 0x1.8ec1a4a2fc8ep-3, 0x1.72070f0b5c922p+1]
    ),
    (
      .normal,
      [-0x1.1de7586b06734p-1, -0x1.b7014bb78b3efp+0, -0x1.dab42d094ff14p-1, 0x1.97ec67c844477p+0]
    ),
    (
      .lognormal(sigma: 1.25),
      [0x1.fd848d06380a3p-2, 0x1.e0313e36cc72fp-4, 0x1.4159470a504ffp-2, 0x1.d50b4bbd87208p+2]
    ),
    (
      .weibull(shape: 0.75),
      [0x1.e624b9e4ad749p-3, 0x1.ff3ef771a4429p-7, 0x1.ce3c5e737a89ap-4, 0x1.078f40477e7c1p+2]
    ),
    (
      .gamma(shape: 0.3),
      [0x1.d71430f494c1p-3, 0x1.6b8a4cab198e8p-13, 0x1.68724df40e6d7p-9, 0x1.6b5c970920354p+1]
    ),
    (
      .gamma(shape: 2.5),
      [0x1.71bbea19b072ap+0, 0x1.fbb7a7d8e9128p-2, 0x1.1183afa531b5cp+0, 0x1.5d75ffc2b7504p+2]
    ),
  ]

  @Test("four values of each law", arguments: frozen)
  func values(variate: Variate, expected: [Double]) throws {
    var buffer = try VariateBuffer(variate, seed: 1, block: 2, purpose: 3)
    for value in expected { #expect(buffer.next() == value) }
  }

  // The definitions worked out by mpmath 1.3.0 with 40 digits from the words above.
  private static let exact: [(Variate, [Double])] = [
    (
      .exponential,
      [0.34007591286868033, 0.04414535032990682, 0.1947052824248834, 2.8908404164768777]
    ),
    (
      .normal,
      [-0.5584056502004616, -1.7148635218720722, -0.9271558832042242, 1.5934510101253907]
    ),
    (
      .lognormal(sigma: 1.25),
      [0.49757595396477866, 0.11723446180692731, 0.3138171291394228, 7.3288144446237435]
    ),
    (
      .weibull(shape: 0.75),
      [0.23737473706358464, 0.015601988622878055, 0.11285054106670811, 4.118118352716864]
    ),
    (
      .gamma(shape: 0.3),
      [0.2300189804687708, 0.00017334949129405638, 0.002749988570965961, 2.8387631220397607]
    ),
    (
      .gamma(shape: 2.5),
      [1.4442735970228093, 0.49581777821937784, 1.0684156206422901, 5.460327091362393]
    ),
  ]

  @Test("the same values by arbitrary precision", arguments: exact)
  func exactValues(variate: Variate, expected: [Double]) throws {
    var buffer = try VariateBuffer(variate, seed: 1, block: 2, purpose: 3)
    for value in expected { #expect(abs(buffer.next() / value - 1) < 4e-15) }
  }
}
