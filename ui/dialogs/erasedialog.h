// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace handrail::ui {

class Notice;

/// What can't be undone is said in full, and typed before it is done.
struct ErasureWords
{
    QString title;
    QString question; ///< Whom it is about.
    QString typed;    ///< What must be typed: the client's name, or a number.
    QString label;    ///< Of the field.
    QString verb;     ///< On the button.
};

/// Names what goes and what stays before clients are erased.
class EraseDialog : public QDialog
{
    Q_OBJECT

public:
    explicit EraseDialog(const ErasureWords& words, QWidget* parent = nullptr);
    /// It went wrong: said, and may be tried again.
    void say(const QString& trouble);

Q_SIGNALS:
    void confirmed();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fit();
    void follow();

    QString m_wanted;
    QLineEdit* m_typed;
    Notice* m_notice;
    QPushButton* m_erase;
    bool m_working = false;
};

} // namespace handrail::ui
