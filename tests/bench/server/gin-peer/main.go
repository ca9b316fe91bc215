// SPDX-License-Identifier: GPL-3.0-or-later
// The service a site's developers would write first: Gin over SQLite.
// It serves the same two requests as the Sitebook server, so that both can be measured side by side.
//
//	gin-peer ADDR MODE FILE
//
// MODE says how a report reaches the disk before the answer leaves:
//
//	naive   one prepared, autocommitted INSERT per request
//	pool    five goroutines over a channel of 100 jobs, each inserting (the classic worker pool)
//	group   one goroutine that commits whatever is waiting together (the best a Go author would do)
//
// SQLite runs with WAL and synchronous=FULL in every mode: an answered report survives a power cut.
package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	_ "github.com/mattn/go-sqlite3"
)

type patient struct {
	ID          string `json:"patientId"`
	Name        string `json:"name"`
	DateOfBirth string `json:"dateOfBirth"`
	IsEnrolled  bool   `json:"isEnrolled"`
}

type report struct {
	ReportID  string          `json:"reportId"`
	PatientID string          `json:"patientId"`
	Form      string          `json:"form"`
	Content   json.RawMessage `json:"content"`
}

type job struct {
	report report
	raw    []byte
	result chan error
}

const insertReport = "INSERT INTO reports VALUES(?,?,?,?)"

func openStore(file string) *sql.DB {
	for _, suffix := range []string{"", "-wal", "-shm"} {
		os.Remove(file + suffix)
	}
	db, err := sql.Open("sqlite3", "file:"+file+"?_journal_mode=WAL&_synchronous=FULL&_busy_timeout=10000&_txlock=immediate")
	if err != nil {
		log.Fatal(err)
	}
	if _, err = db.Exec("CREATE TABLE reports(reportId TEXT PRIMARY KEY, patientId TEXT, form TEXT, body BLOB) WITHOUT ROWID"); err != nil {
		log.Fatal(err)
	}
	return db
}

// store returns the function that makes one report durable in the given mode.
func store(db *sql.DB, mode string) func(report, []byte) error {
	insert, err := db.Prepare(insertReport)
	if err != nil {
		log.Fatal(err)
	}
	if mode == "naive" {
		return func(r report, raw []byte) error {
			_, err := insert.Exec(r.ReportID, r.PatientID, r.Form, raw)
			return err
		}
	}
	db.SetMaxOpenConns(1)
	jobs := make(chan job, 100)
	switch mode {
	case "pool":
		for i := 0; i < 5; i++ {
			go func() {
				for j := range jobs {
					_, err := insert.Exec(j.report.ReportID, j.report.PatientID, j.report.Form, j.raw)
					j.result <- err
				}
			}()
		}
	case "group":
		jobs = make(chan job, 4096)
		go commitTogether(db, insert, jobs)
	default:
		log.Fatalf("unknown mode %q", mode)
	}
	return func(r report, raw []byte) error {
		result := make(chan error, 1)
		jobs <- job{r, raw, result}
		return <-result
	}
}

func commitTogether(db *sql.DB, insert *sql.Stmt, jobs chan job) {
	for {
		batch := []job{<-jobs}
		for more := true; more && len(batch) < 1024; {
			select {
			case j := <-jobs:
				batch = append(batch, j)
			default:
				more = false
			}
		}
		tx, err := db.Begin()
		if err != nil {
			log.Fatal(err)
		}
		errs := make([]error, len(batch))
		statement := tx.Stmt(insert)
		for i, j := range batch {
			_, errs[i] = statement.Exec(j.report.ReportID, j.report.PatientID, j.report.Form, j.raw)
		}
		commit := tx.Commit()
		for i, j := range batch {
			if commit != nil {
				errs[i] = commit
			}
			j.result <- errs[i]
		}
	}
}

func main() {
	if len(os.Args) != 4 {
		log.Fatal("usage: gin-peer ADDR naive|pool|group FILE")
	}
	patients := make(map[string]patient, 100000)
	for i := 0; i < 100000; i++ {
		id := fmt.Sprintf("P%06d", i)
		patients[id] = patient{id, fmt.Sprintf("Anna Müller %d", i), "1970-01-02", i%2 == 0}
	}
	keep := store(openStore(os.Args[3]), os.Args[2])

	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.GET("/api/v1/patients/:id", func(c *gin.Context) {
		p, found := patients[c.Param("id")]
		if !found {
			c.JSON(http.StatusNotFound, gin.H{"error": "Patient not found"})
			return
		}
		c.JSON(http.StatusOK, p)
	})
	router.POST("/api/v1/reports", func(c *gin.Context) {
		raw, err := c.GetRawData()
		var r report
		if err != nil || json.Unmarshal(raw, &r) != nil || r.ReportID == "" {
			c.JSON(http.StatusBadRequest, gin.H{"error": "not a report"})
			return
		}
		if err := keep(r, raw); err != nil {
			c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()})
			return
		}
		c.JSON(http.StatusCreated, gin.H{"reportId": r.ReportID})
	})
	log.Fatal(router.Run(os.Args[1]))
}
