#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Clocks in seconds.
public enum ProcessorTime {
  /// Processor time of the process so far, all threads together.
  public static var process: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

  /// Time on the wall, from some fixed instant on.
  public static var wall: Double { seconds(CLOCK_MONOTONIC) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
