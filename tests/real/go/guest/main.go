// Command program: goroutines, channels, maps, sorting, files, panics and the collector, on one thread without preemption.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"math/big"
	"math/bits"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"text/template"
	"time"
)

type shape interface{ area() float64 }
type square struct{ side float64 }
type circle struct{ radius float64 }

func (s square) area() float64  { return s.side * s.side }
func (c *circle) area() float64 { return math.Pi * c.radius * c.radius }

func sum[T int | float64](values ...T) (total T) {
	for _, value := range values {
		total += value
	}
	return total
}

func goroutines() {
	jobs, results := make(chan int), make(chan [2]int, 4)
	var workers sync.WaitGroup
	for range 8 {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for job := range jobs {
				steps, n := 0, job
				for ; n != 1; steps++ {
					if n%2 == 0 {
						n /= 2
					} else {
						n = 3*n + 1
					}
				}
				results <- [2]int{job, steps}
				runtime.Gosched()
			}
		}()
	}
	go func() {
		for job := 1; job <= 1000; job++ {
			jobs <- job
		}
		close(jobs)
		workers.Wait()
		close(results)
	}()
	longest, count := [2]int{}, 0
	for result := range results {
		count++
		if result[1] > longest[1] {
			longest = result
		}
	}
	fmt.Println("collatz", count, longest)

	var counter atomic.Int64
	var mutex sync.Mutex
	var group sync.WaitGroup
	shared := map[int]int{}
	for i := range 500 {
		group.Add(1)
		go func() {
			defer group.Done()
			counter.Add(int64(i))
			mutex.Lock()
			defer mutex.Unlock()
			shared[i%7]++
		}()
	}
	group.Wait()
	fmt.Println("shared", counter.Load(), shared)

	ticks, done := 0, time.After(30*time.Millisecond)
	ticker := time.NewTicker(2 * time.Millisecond)
	for open := true; open; {
		select {
		case <-ticker.C:
			ticks++
		case <-done:
			open = false
		}
	}
	fmt.Println("ticker", ticks > 0)
}

func data() {
	words := strings.Fields("the quick brown fox jumps over the lazy dog the end")
	counts := map[string]int{}
	for _, word := range words {
		counts[word]++
	}
	keys := make([]string, 0, len(counts))
	for key := range counts {
		keys = append(keys, key)
	}
	sort.Slice(keys, func(i, j int) bool {
		return counts[keys[i]] > counts[keys[j]] || counts[keys[i]] == counts[keys[j]] && keys[i] < keys[j]
	})
	fmt.Println(keys, counts)
	for _, s := range []shape{square{2}, &circle{1.5}} {
		fmt.Printf("%T %.6f; ", s, s.area())
	}
	fmt.Println(sum(1, 2, 3), sum(0.1, 0.2), sum[int]())
	encoded, err := json.MarshalIndent(map[string]any{"pi": math.Pi, "list": []int{1, 2}, "nil": nil, "text": "é<>\n"}, "", " ")
	fmt.Println(string(encoded), err)
	var decoded struct {
		Name string `json:"name"`
		Tags []string
	}
	fmt.Println(json.Unmarshal([]byte(`{"name":"x","Tags":["a","b"],"extra":1}`), &decoded), decoded, json.Unmarshal([]byte(`{"name":1}`), &decoded))
	var packed bytes.Buffer
	writer := gzip.NewWriter(&packed)
	fmt.Fprint(writer, strings.Repeat("compress me ", 1000))
	writer.Close()
	reader, _ := gzip.NewReader(&packed)
	unpacked, err := io.ReadAll(reader)
	hash := sha256.Sum256(unpacked)
	fmt.Println(len(unpacked), err, hex.EncodeToString(hash[:8]))
	fmt.Println(regexp.MustCompile(`(\w+)@(\w+)\.\w+`).ReplaceAllString("a@b.c and d@e.f", "$2:$1"))
	template.Must(template.New("t").Parse("{{range $i, $w := .}}{{$i}}={{$w | printf \"%q\"}} {{end}}\n")).Execute(os.Stdout, words[:3])
	factorial := new(big.Int).MulRange(1, 50)
	fmt.Println(factorial, new(big.Int).Exp(big.NewInt(3), big.NewInt(200), big.NewInt(1000000007)), factorial.BitLen())
	numbers := make([]int, 50000)
	state := uint64(1)
	for i := range numbers {
		state = state*6364136223846793005 + 1442695040888963407
		numbers[i] = int(state >> 40)
	}
	slices.Sort(numbers)
	position, found := slices.BinarySearch(numbers, numbers[777])
	fmt.Println(numbers[0], numbers[25000], position, found, bits.OnesCount64(state), bits.LeadingZeros32(1))
	total := 0.0
	for i := 1; i < 2000; i++ {
		x := float64(i)
		total += math.Sin(x)*math.Exp(-x/500) + math.Log1p(x) + math.Cbrt(x) + math.Gamma(x/100) + math.Mod(x, 0.7) + math.FMA(x, x, -1)
	}
	fmt.Printf("%v %b %x %g %8.3e\n", total, total, total, float32(0.1), 123456.789)
}

func files() {
	check := func(err error) {
		if err != nil {
			fmt.Println("unexpected:", err)
		}
	}
	check(os.MkdirAll("/project/a/b", 0o755))
	file, err := os.Create("/project/a/b/lines.txt")
	check(err)
	buffered := bufio.NewWriter(file)
	for i := range 10000 {
		fmt.Fprintf(buffered, "line %d\n", i)
	}
	check(buffered.Flush())
	offset, err := file.Seek(-10, io.SeekEnd)
	tail := make([]byte, 20)
	n, err := file.Read(tail)
	fmt.Printf("%d %q %v\n", offset, tail[:n], err)
	n, err = file.ReadAt(tail, 5)
	fmt.Printf("%q %v %v\n", tail[:n], err, file.Truncate(15))
	check(file.Close())
	content, err := os.ReadFile("/project/a/b/lines.txt")
	fmt.Printf("%q %v\n", content, err)
	check(os.Rename("/project/a/b/lines.txt", "/project/a/moved.txt"))
	check(os.Symlink("moved.txt", "/project/a/link"))
	check(os.WriteFile("/project/a/b/c.txt", []byte("c"), 0o644))
	check(filepath.WalkDir("/project", func(path string, entry fs.DirEntry, err error) error {
		info, _ := entry.Info()
		fmt.Print(path, " ", entry.Type(), " ")
		if info.Mode().IsRegular() {
			fmt.Print(info.Size(), " ")
		}
		return err
	}))
	fmt.Println()
	check(os.RemoveAll("/project/a/b"))
	for _, path := range []string{"/project/none", "/etc/passwd", "/project/../../etc/passwd"} {
		_, err := os.Open(path)
		fmt.Println(err, errors.Is(err, fs.ErrNotExist))
	}
	fmt.Println(os.Remove("/project/a"), os.Mkdir("/project/a", 0o755))
}

type node struct {
	left, right *node
	payload     [4]int
}

func build(depth int) *node {
	if depth == 0 {
		return &node{}
	}
	return &node{left: build(depth - 1), right: build(depth - 1)}
}

func (n *node) count() int {
	if n == nil {
		return 0
	}
	return 1 + n.left.count() + n.right.count()
}

func collector() {
	kept, total := build(12), 0
	for range 30 {
		total += build(10).count()
	}
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	fmt.Println(kept.count(), total, stats.NumGC > 0)
}

func recovered(name string, f func()) {
	defer func() { fmt.Println(name, "->", recover()) }()
	f()
}

func panics() {
	var empty []int
	var nothing *node
	var missing map[string]int
	zero := len(empty)
	recovered("index", func() { fmt.Println(empty[zero]) })
	recovered("nil", func() { fmt.Println(nothing.payload) })
	recovered("map", func() { missing["x"] = 1 })
	recovered("divide", func() { fmt.Println(1 / zero) })
	recovered("assert", func() { fmt.Println(any("text").(int)) })
	recovered("custom", func() { panic(fmt.Errorf("wrapped: %w", io.EOF)) })
	recovered("closed", func() { c := make(chan int); close(c); close(c) })
	depth := 0
	var recurse func(n int) int
	recurse = func(n int) int {
		depth++
		if n == 0 {
			return 0
		}
		return 1 + recurse(n-1)
	}
	fmt.Println("deep", recurse(1000), depth)
}

func main() {
	fmt.Println(runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), os.Args[1:], os.Getenv("GIVEN"))
	scanner := bufio.NewScanner(os.Stdin)
	for lines := 1; scanner.Scan(); lines++ {
		fmt.Println(lines, strings.ToUpper(scanner.Text()))
	}
	goroutines()
	data()
	files()
	collector()
	panics()
	fmt.Fprintln(os.Stderr, "to stderr")
	if len(os.Args) > 1 {
		switch os.Args[1] {
		case "deadlock":
			<-make(chan int)
		case "panic":
			panic("unrecovered")
		case "exit":
			os.Exit(42)
		}
	}
}
