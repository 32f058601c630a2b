"""The Deliver page: the matrix of outputs, the queue, the report."""
