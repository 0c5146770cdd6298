declare namespace App {
  interface Locals {
    /** The exercises of a lesson that the way on this page leaves out. */
    leftOut?: ReadonlySet<string>;
  }
}
