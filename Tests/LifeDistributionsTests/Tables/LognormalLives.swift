import Topology

/// Lognormal laws, times in seconds. The defining formulas, evaluated with mpmath at 45
/// digits and rounded to 16.
let lognormalLives: [KnownLife] = [
  KnownLife(
    .lognormal(mean: .minutes(30), sigma: 0.02), source: "mpmath, 45 digits",
    moments: [1800, 3241296.259234563, 5839002600.72012, 1.897141408719564e+16],
    variance: 1296.259234563456,
    ages: [
      KnownAge(
        858.8920236, density: 2.154632686277019e-299,
        distribution: 1.000000038334402e-299, survival: 1,
        hazard: 2.154632686277019e-299,
        partialMean: 1800, excess: 941.1079764),
      KnownAge(
        1495.31945, density: 3.132414896833073e-21,
        distribution: 9.999999251380401e-21, survival: 1,
        hazard: 3.132414896833073e-21,
        partialMean: 1800, excess: 304.68055),
      KnownAge(
        1717.826291, density: 7.757519455563017e-4,
        distribution: 0.009999999803968385, survival: 0.9900000001960316,
        hazard: 7.835878236390846e-4,
        partialMean: 1782.937437093307, excess: 82.28940866655899),
      KnownAge(
        1799.640036, density: 0.01108394657878773,
        distribution: 0.5000000000266002, survival: 0.4999999999733998,
        hazard: 0.02216789315875481,
        partialMean: 914.3609646425527, excess: 14.54094669042356),
      KnownAge(
        1914.375215, density: 8.794227247484654e-5,
        distribution: 0.9989999999810796, survival: 0.001000000018920412,
        hazard: 0.08794227081094255,
        partialMean: 1.925031024286734, excess: 0.01065577306596653),
      KnownAge(
        2165.894558, density: 2.162598757392634e-21,
        distribution: 1, survival: 9.999999163001071e-21,
        hazard: 0.2162598938401933,
        partialMean: 2.170477560693206e-17, excess: 4.583183978348764e-20),
      KnownAge(
        2754.003679, density: 3.870774364367689e-101,
        distribution: 1, survival: 9.999999368535982e-101,
        hazard: 0.3870774608793178,
        partialMean: 2.756583742867981e-97, excess: 2.580237773404177e-100),
      KnownAge(
        3770.793266, density: 4.907713234226458e-300,
        distribution: 1, survival: 1.000000240296003e-299,
        hazard: 0.4907712054922869,
        partialMean: 3.772831398088595e-296, excess: 2.037225982046161e-299),
    ],
    lowerQuantiles: [857.8249158613143, 1430.903654813303, 1596.207534308751, 1780.864026447146],
    upperQuantiles: [3775.484016937844, 2263.39785230894, 2028.999481303656, 1818.614004813559]),
  KnownLife(
    .lognormal(mean: .minutes(30), sigma: 0.1), source: "mpmath, 45 digits",
    moments: [1800, 3272562.541352705, 6009610842.01691, 2.088295601326365e+16],
    variance: 32562.54135270451,
    ages: [
      KnownAge(
        44.34714331, density: 8.345957270982506e-299,
        distribution: 1.000000031707821e-299, survival: 1,
        hazard: 8.345957270982506e-299,
        partialMean: 1800, excess: 1755.65285669),
      KnownAge(
        709.3208301, density: 1.320689049705511e-21,
        distribution: 9.999999995255545e-21, survival: 1,
        hazard: 1.320689049705511e-21,
        partialMean: 1800, excess: 1090.6791699),
      KnownAge(
        1419.283089, density: 1.877859479890894e-4,
        distribution: 0.00999999992684532, survival: 0.9900000000731547,
        hazard: 1.896827757325386e-4,
        partialMean: 1786.273521415905, excess: 381.1832632020776),
      KnownAge(
        1791.022463, density: 0.00222745548223441,
        distribution: 0.5000000010094201, survival: 0.4999999989905799,
        hazard: 0.004454910973462574,
        partialMean: 971.690105290758, excess: 76.17887559865216),
      KnownAge(
        2439.540972, density: 1.380214610210656e-5,
        distribution: 0.9989999999952438, survival: 0.001000000004756249,
        hazard: 0.01380214603646012,
        partialMean: 2.508888173904089, excess: 0.06934719030102583),
      KnownAge(
        4522.299819, density: 2.071495222339969e-22,
        distribution: 1, survival: 9.999999929004981e-21,
        hazard: 0.02071495237046554,
        partialMean: 4.570551342386428e-17, excess: 4.825155549250415e-19),
      KnownAge(
        15031.25983, density: 1.418394333102681e-102,
        distribution: 1, survival: 9.999999407162038e-101,
        hazard: 0.01418394417190486,
        partialMean: 1.510193749488846e-96, excess: 7.067855599860476e-99),
      KnownAge(
        72332.98973, density: 5.11688171439486e-302,
        distribution: 1, survival: 1.000000002889468e-299,
        hazard: 0.005116881699609793,
        partialMean: 7.252880751333981e-295, excess: 1.95817574335935e-297),
    ],
    lowerQuantiles: [44.07233731858258, 569.1474133720406, 983.1495475327675, 1699.521283782913],
    upperQuantiles: [72784.0104816676, 5636.081946401561, 3262.740108457806, 1887.450008397215]),
  KnownLife(
    .lognormal(mean: .minutes(30), sigma: 1.0), source: "mpmath, 45 digits",
    moments: [1800, 8807233.124207307, 117138851336.0305, 4.162050491896134e+20],
    variance: 5567233.124207307,
    ages: [
      KnownAge(
        2.286396248e-12, density: 1.479582590664587e-237,
        distribution: 1.000000002248112e-250, survival: 1,
        hazard: 1.479582590664587e-237,
        partialMean: 1800, excess: 1799.999999999998),
      KnownAge(
        0.1036435007, density: 9.038601005254261e-19,
        distribution: 9.999999958267025e-21, survival: 1,
        hazard: 9.038601005254261e-19,
        partialMean: 1800, excess: 1799.8963564993),
      KnownAge(
        106.6117861, density: 2.49992455351786e-4,
        distribution: 0.009999999988445565, survival: 0.9900000000115544,
        hazard: 2.525176316655236e-4,
        partialMean: 1799.208071676379, excess: 1693.662403436147),
      KnownAge(
        1091.755187, density: 3.65413679872384e-4,
        distribution: 0.4999999998236001, survival: 0.5000000001763999,
        hazard: 7.308273594869322e-4,
        partialMean: 1514.420543115963, excess: 968.5429494233773),
      KnownAge(
        23999.16339, density: 1.403003106056146e-7,
        distribution: 0.9989999999997321, survival: 0.00100000000026791,
        hazard: 1.403003105680267e-4,
        partialMean: 32.93724313661149, excess: 8.938079740181875),
      KnownAge(
        11500281.07, density: 8.145820487818866e-27,
        distribution: 1, survival: 9.999999979230669e-21,
        hazard: 8.145820504737191e-7,
        partialMean: 1.285596268926775e-13, excess: 1.355681643153068e-14),
      KnownAge(
        1892643235000.0, density: 1.126480393303148e-111,
        distribution: 1, survival: 9.999999968983112e-101,
        hazard: 1.126480396797139e-11,
        partialMean: 1.985560483502641e-88, excess: 9.291725437303117e-90),
      KnownAge(
        5.213135696e+17, density: 6.489207772285167e-267,
        distribution: 1, survival: 9.999999974387082e-251,
        hazard: 6.489207788905922e-17,
        partialMean: 5.37178495791375e-233, excess: 1.586492752661113e-234),
    ],
    lowerQuantiles: [
      8.887421357618563e-14, 0.01146469753565432, 2.712131694658757, 646.2209228639114,
    ],
    upperQuantiles: [
      1.341141981947008e+19, 103965184.0520577, 439480.6460699701, 1844.461154419297,
    ]),
  KnownLife(
    .lognormal(mean: .minutes(30), sigma: 2.0), source: "mpmath, 45 digits",
    moments: [1800, 176898006.1073873, 949185943555630.9, 4.447764678866942e+33],
    variance: 173658006.1073873,
    ages: [
      KnownAge(
        1.068405243e-27, density: 1.583159626239635e-222,
        distribution: 1.000000004159101e-250, survival: 1,
        hazard: 1.583159626239635e-222,
        partialMean: 1800, excess: 1800),
      KnownAge(
        2.195417695e-06, density: 2.133517133681064e-14,
        distribution: 1.000000000100705e-20, survival: 1,
        hazard: 2.133517133681064e-14,
        partialMean: 1800, excess: 1799.999997804582),
      KnownAge(
        2.322969202, density: 0.00573665423153282,
        distribution: 0.01000000000055425, survival: 0.9899999999994457,
        hazard: 0.005794600233874779,
        partialMean: 1799.986355825869, excess: 1797.68661631589),
      KnownAge(
        243.6035098, density: 8.188352473430427e-4,
        distribution: 0.4999999999787898, survival: 0.5000000000212102,
        hazard: 0.001637670494616615,
        partialMean: 1759.049762498444, excess: 1637.248007593277),
      KnownAge(
        117713.2141, density: 1.430209047692187e-8,
        distribution: 0.9990000000000935, survival: 9.999999999064664e-4,
        hazard: 1.430209047825959e-5,
        partialMean: 248.0497432059303, excess: 130.3365291169404),
      KnownAge(
        27030241280.0, density: 1.73285958378541e-30,
        distribution: 1, survival: 9.999999995692877e-21,
        hazard: 1.732859584531774e-10,
        partialMean: 3.424051495212056e-10, excess: 7.210273683762814e-11),
      KnownAge(
        7.321002015e+20, density: 1.45610225126572e-120,
        distribution: 1, survival: 1.000000000361375e-100,
        hazard: 1.456102250739521e-20,
        partialMean: 8.076849850154537e-80, excess: 7.558478325089107e-81),
      KnownAge(
        5.554322239e+31, density: 3.045296914957113e-281,
        distribution: 1, survival: 9.999999998573273e-251,
        hazard: 3.045296915391593e-31,
        partialMean: 5.902987891434573e-219, excess: 3.486656532270224e-220),
    ],
    lowerQuantiles: [
      1.614301144219283e-30, 2.686322911119297e-8, 0.00150333081976893, 85.34833306486463,
    ],
    upperQuantiles: [
      3.676059464617327e+34, 2209066890427.284, 39474125.86713285, 695.2996955945043,
    ]),
]
