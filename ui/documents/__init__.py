"""Opening, saving and leaving campaigns: one gate, and those opened lately."""
