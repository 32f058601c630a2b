"""The batch: plan, run, report."""
