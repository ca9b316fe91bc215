// SPDX-License-Identifier: GPL-3.0-or-later
// What one would write first: five goroutines behind a channel of 100, each decoding the JSON, hashing it and inserting one
// row into SQLite (WAL, synchronous FULL). Arguments: file, number of reports.
package main

import (
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	_ "github.com/mattn/go-sqlite3"
)

type report struct {
	ReportID   string            `json:"reportId"`
	PatientID  string            `json:"patientId"`
	Form       string            `json:"form"`
	Event      string            `json:"event"`
	Repeat     int               `json:"repeat"`
	Originator string            `json:"originator"`
	Items      map[string]string `json:"items"`
}

func body(number int) []byte {
	items := map[string]string{}
	for i := 1; i <= 10; i++ {
		items[fmt.Sprintf("IT.PHQ01%02d", i)] = strconv.Itoa((number + i) % 4)
	}
	out, _ := json.Marshal(report{fmt.Sprintf("r-%032d", number), fmt.Sprintf("P%04d", number%1000), "F.PHQ9",
		"SE.UNSCHEDULED", number/1000 + 1, strings.Repeat("o", 600), items})
	return out
}

func work(db *sql.DB, jobs <-chan []byte, done *sync.WaitGroup) {
	defer done.Done()
	for job := range jobs {
		var r report
		if json.Unmarshal(job, &r) != nil {
			panic("json")
		}
		sum := sha256.Sum256(job)
		if _, err := db.Exec("INSERT INTO reports(id,patient,hash,body) VALUES(?,?,?,?)", r.ReportID, r.PatientID, sum[:], job); err != nil {
			panic(err)
		}
	}
}

func main() {
	count, _ := strconv.Atoi(os.Args[2])
	db, err := sql.Open("sqlite3", os.Args[1]+"?_journal_mode=WAL&_synchronous=FULL&_busy_timeout=10000")
	if err != nil {
		panic(err)
	}
	if _, err = db.Exec("CREATE TABLE reports(id TEXT PRIMARY KEY, patient TEXT, hash BLOB, body BLOB)"); err != nil {
		panic(err)
	}
	bodies := make([][]byte, count)
	for i := range bodies {
		bodies[i] = body(i)
	}
	start := time.Now()
	jobs := make(chan []byte, 100)
	var done sync.WaitGroup
	for i := 0; i < 5; i++ {
		done.Add(1)
		go work(db, jobs, &done)
	}
	for _, one := range bodies {
		jobs <- one
	}
	close(jobs)
	done.Wait()
	fmt.Printf("{\"reports\":%d,\"bytes\":%d,\"stored_per_s\":%.0f}\n", count, len(bodies[0]), float64(count)/time.Since(start).Seconds())
}
