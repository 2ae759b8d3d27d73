"""News items written for the tests, about public bodies and people who hold or held public office.

The wording is ours; the offices and events are public facts.
"""

from __future__ import annotations

CEREMONY = """\
Bộ Khoa học và Công nghệ và UBND TP Hải Phòng ký kết chương trình phối hợp
Sáng 15/3/2023, tại Hải Phòng, UBND TP Hải Phòng tổ chức Lễ ký kết Chương trình phối hợp công \
tác giai đoạn 2023-2025 giữa Bộ Khoa học và Công nghệ (KH&CN) với UBND TP Hải Phòng.
Tham dự buổi lễ có ông Huỳnh Thành Đạt, Ủy viên Trung ương Đảng, Bộ trưởng Bộ KH&CN; ông Lê Tiến \
Châu - Bí thư Thành ủy Hải Phòng; Thứ trưởng Bộ KH&CN Bùi Thế Duy; GS.TS Châu Văn Minh, nguyên \
Chủ tịch Viện Hàn lâm Khoa học và Công nghệ Việt Nam.
Bộ trưởng Huỳnh Thành Đạt và Chủ tịch UBND TP Hải Phòng Nguyễn Văn Tùng ký kết chương trình phối \
hợp. Ảnh: Hồng Phong
Phát biểu tại buổi lễ, Bộ trưởng Bộ KH&CN Huỳnh Thành Đạt nhấn mạnh hai bên sẽ triển khai Nghị \
quyết số 45-NQ/TW ngày 24/01/2019 của Bộ Chính trị, đưa khoa học và công nghệ thành động lực \
phát triển của thành phố trong giai đoạn tới, gắn nghiên cứu của viện, trường với sản xuất của \
doanh nghiệp.
"""
"""A signing with guests, a caption with a credit, and a resolution."""

VISIT = """\
Chiều 12/9, tại trụ sở Chính phủ, Thủ tướng Chính phủ Phạm Minh Chính tiếp Đại sứ Nhật Bản tại \
Việt Nam Ito Naoki.
Cùng dự có Bộ trưởng Bộ Ngoại giao Bùi Thanh Sơn; bà Ramla Khalidi, Trưởng đại diện UNDP tại \
Việt Nam; đồng chí Y Thanh Hà Niê Kđăm, Bí thư Đảng ủy Khối doanh nghiệp Trung ương.
Chủ tịch Tổng LĐLĐVN Nguyễn Đình Khang cho biết, Tổng LĐLĐVN sẽ phối hợp với các bộ, ngành.
"""
"""A day without its year, foreign names, a union in short."""
