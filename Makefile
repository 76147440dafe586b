# Each target works from a bare checkout. Needs Python 3.11 or newer, make, and the network at the first set-up.

PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
# The closing `true`: make drops what a shell printed that ended with status 127.
CHROMIUM = $(shell for name in chromium chromium-browser google-chrome; do command -v $$name; done; true)
NEEDED := $(filter true 1,$(CI) $(REQUIRE_BROWSER))
export FLASK_APP := app.py

.PHONY: help setup run dev serve lint test bench clean

# The first target, so that `make` alone lists what there is.
help: ## Liệt kê các lệnh
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-6s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# The environment and the front-end files; nothing to do the second time.
setup: $(BIN)/.product static/vendor/icons.svg ## Dựng môi trường và tệp giao diện; lần sau không làm gì

# The product with the sample quarter, on this machine alone; PORT changes the port.
run: setup ## Chạy thử với quý mẫu, cổng 8000
	@$(BIN)/flask db upgrade
	@$(BIN)/flask demo --if-empty
	@exec $(BIN)/python app.py

# The same while one writes code: a changed file is taken up at once, and a fault shows where it came from.
dev: setup ## Như run, tự nạp lại khi mã đổi
	@$(BIN)/flask db upgrade
	@$(BIN)/flask demo --if-empty
	@exec $(BIN)/flask run --debug --port $${PORT:-8000}

# The product for daily work: no sample data, no sample accounts.
serve: export APP_MODE := production
serve: setup ## Chạy để làm việc hằng ngày, không có dữ liệu mẫu
	@$(BIN)/flask db upgrade
	@exec $(BIN)/python app.py

# Style, types, and which room imports which.
lint: setup $(BIN)/.tests ## Kiểm tra nếp viết, kiểu dữ liệu, chiều nhập khẩu
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/python -m pytest -q tests/house/test_floors.py tests/house/test_purity.py

# What `lint` asks, then every test; CI=true or REQUIRE_BROWSER=1 insists on those that need Chromium.
test: lint ## Chạy lint rồi mọi kiểm thử, nêu mười kiểm thử chậm nhất
	$(if $(CHROMIUM),,$(if $(NEEDED),$(error Máy này chưa có Chromium mà kiểm thử bằng trình duyệt là bắt buộc. Cần: apt-get install chromium)))
	@$(if $(CHROMIUM),:,echo "Máy này chưa có Chromium (apt-get install chromium): bỏ qua các kiểm thử bằng trình duyệt.")
	@$(BIN)/python -m pytest -n auto --durations=10 $(if $(CHROMIUM),,-m "not browser")

# What is fast, beside what a user would pick instead.
bench: setup $(BIN)/.tests ## Đo tốc độ
	@$(BIN)/python -m bench

# Everything a target made; the database and the key in instance/ stay.
clean: ## Xóa những gì các lệnh trên đã dựng; giữ cơ sở dữ liệu
	rm -rf .venv node_modules static/vendor .pytest_cache .hypothesis .mypy_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "Cần Python 3.11 trở lên, ví dụ: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	|| { echo "Python này chưa tạo được môi trường riêng. Trên Debian, Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv

$(BIN)/.product: requirements.txt constraints.txt | $(BIN)/python
	@echo "Đang cài đặt, chỉ lần đầu hoặc khi danh mục phần mềm đổi …"
	@$(INSTALL) --requirement requirements.txt
	@touch $@

$(BIN)/.tests: requirements-dev.txt $(BIN)/.product
	@$(INSTALL) --requirement requirements-dev.txt
	@touch $@

static/vendor/icons.svg: package-lock.json intranet/frontend.py | $(BIN)/.product
	@$(BIN)/python -m intranet.frontend
