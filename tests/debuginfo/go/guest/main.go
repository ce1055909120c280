// The Go program: its compiler writes no debug information for WebAssembly, so names and the module's text are there.
package main

import "fmt"

//go:noinline
func add(a, b int) int {
	return a + b
}

//go:noinline
func factorial(n int) int {
	if n < 2 {
		return 1
	}
	return n * factorial(n-1)
}

func main() {
	fmt.Println(add(2, 3), factorial(4))
}
