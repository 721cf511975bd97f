//! `make bench-page` still measures: it prints a figure in every row for the smallest page.

mod common;

use common::programs;

#[test]
fn it_prints_a_figure_in_every_row() {
    let output = programs::command("node")
        .args(["scripts/bench-page/main.mjs", "--runs", "1", "--keys", "4"])
        .args([
            "one=benches/control?delegate_name=b",
            "control=benches/control?delegate_name=b",
        ])
        .current_dir(programs::root())
        .output()
        .expect("node starts");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let rows: Vec<&str> = text.lines().skip(1).collect();
    assert_eq!(rows.len(), 14, "{text}");
    for row in rows {
        let figures = row
            .rsplit("  ")
            .find(|cell| !cell.trim().is_empty())
            .unwrap_or_default();
        assert!(!row.contains("NaN") && !row.contains("undefined"), "{row}");
        // Only the control's wasm has no size.
        assert!(
            figures.contains(|c: char| c.is_ascii_digit()) || row.starts_with("wasm memory"),
            "{row}"
        );
    }
    let has_ratio = text
        .lines()
        .any(|row| row.starts_with("main thread") && row.contains("×)"));
    assert!(has_ratio, "{text}");
}
