/// Which copy of a scope something stands in.
struct ScopeCopy {
  let scope: Int
  let copy: Int
}
